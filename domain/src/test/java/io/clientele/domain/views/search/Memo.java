package io.clientele.domain.views.search;

import java.util.HashMap;
import java.util.Map;

/** Remembers what a step made of two numbered values: few differ, though millions of states do. */
final class Memo<R> {
  /** The step itself. */
  interface Made<R> {
    R of(int one, int other);
  }

  private final Map<Long, R> results = new HashMap<>();
  private final Made<R> made;

  Memo(Made<R> made) {
    this.made = made;
  }

  R of(int one, int other) {
    var key = (long) one << 32 | other;
    var known = results.get(key);
    if (known == null) {
      known = made.of(one, other);
      results.put(key, known);
    }
    return known;
  }
}
