package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every visited state, in order, with its predecessor: 76 bytes each. */
final class VisitedStates {
  private static final int CHUNK_BITS = 14;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final List<int[]> chunks = new ArrayList<>();
  private final List<int[]> parents = new ArrayList<>();
  private int[] slots = new int[1 << 12];
  private int size;

  int size() {
    return size;
  }

  /** Returns false for a visited state. */
  boolean add(ModelState state, int parent) {
    if (size * 2 >= slots.length) {
      grow();
    }
    var slot = slotOf(state);
    if (slots[slot] != 0) {
      return false;
    }
    if (size >>> CHUNK_BITS == chunks.size()) {
      chunks.add(new int[CHUNK * StateVariable.COUNT]);
      parents.add(new int[CHUNK]);
    }
    var chunk = chunks.get(size >>> CHUNK_BITS);
    var at = (size & CHUNK - 1) * StateVariable.COUNT;
    for (var i = 0; i < StateVariable.COUNT; i++) {
      chunk[at + i] = state.get(i);
    }
    parents.get(size >>> CHUNK_BITS)[size & CHUNK - 1] = parent;
    slots[slot] = ++size;
    return true;
  }

  ModelState at(int index) {
    var at = (index & CHUNK - 1) * StateVariable.COUNT;
    var chunk = chunks.get(index >>> CHUNK_BITS);
    return new ModelState(Arrays.copyOfRange(chunk, at, at + StateVariable.COUNT));
  }

  /** Negative for the first state. */
  int parent(int index) {
    return parents.get(index >>> CHUNK_BITS)[index & CHUNK - 1];
  }

  private int slotOf(ModelState state) {
    var slot = state.hashCode() & slots.length - 1;
    while (slots[slot] != 0 && !isAt(slots[slot] - 1, state)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private boolean isAt(int index, ModelState state) {
    var chunk = chunks.get(index >>> CHUNK_BITS);
    var at = (index & CHUNK - 1) * StateVariable.COUNT;
    for (var i = 0; i < StateVariable.COUNT; i++) {
      if (chunk[at + i] != state.get(i)) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (var index = 0; index < size; index++) {
      var slot = at(index).hashCode() & slots.length - 1;
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = index + 1;
    }
  }
}
