package io.clientele.domain.views.search;

import java.util.Arrays;

/** All that is, at one instant. Immutable. */
final class State {
  private final int[] numbers;

  /** These numbers, in the order of {@link Part}; never changed by either side. */
  State(int[] numbers) {
    this.numbers = numbers;
  }

  static State zero() {
    return new State(new int[Part.COUNT]);
  }

  int get(Part part) {
    return numbers[part.ordinal()];
  }

  int get(int index) {
    return numbers[index];
  }

  State with(Part part, int number) {
    var next = numbers.clone();
    next[part.ordinal()] = number;
    return new State(next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof State state && Arrays.equals(numbers, state.numbers);
  }

  @Override
  public int hashCode() {
    var hash = 0;
    for (var number : numbers) {
      hash = (hash ^ number) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    return hash;
  }
}
