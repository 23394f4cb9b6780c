package io.clientele.domain.views.modelcheck.model;

import java.util.Arrays;

/** One state of the model. Immutable. */
public final class ModelState {
  private final int[] numbers;

  /** The values, in the order of {@link StateVariable}; never changed. */
  public ModelState(int[] numbers) {
    this.numbers = numbers;
  }

  public static ModelState zero() {
    return new ModelState(new int[StateVariable.COUNT]);
  }

  public int get(StateVariable part) {
    return numbers[part.ordinal()];
  }

  public int get(int index) {
    return numbers[index];
  }

  public ModelState with(StateVariable part, int number) {
    var next = numbers.clone();
    next[part.ordinal()] = number;
    return new ModelState(next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelState state && Arrays.equals(numbers, state.numbers);
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
