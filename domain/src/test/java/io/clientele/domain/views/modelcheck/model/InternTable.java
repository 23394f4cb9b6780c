package io.clientele.domain.views.modelcheck.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers values from 0, equal values alike, so that a state is a short row of numbers. */
public final class InternTable<T> {
  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> values = new ArrayList<>();

  public InternTable(T first) {
    of(first);
  }

  public int of(T value) {
    var number = numbers.putIfAbsent(value, values.size());
    if (number == null) {
      values.add(value);
      return values.size() - 1;
    }
    return number;
  }

  public T at(int number) {
    return values.get(number);
  }
}
