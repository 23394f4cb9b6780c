package io.clientele.http.exchange.problem;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.exchange.json.JsonPointers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Collects the faults of one request, at most 100 of them. A text that comes from the client is
 * cut, so that a refusal never costs much more than its request.
 */
public final class ValidationErrors {
  /** The largest number of faults in one answer. */
  public static final int MAX = 100;

  private final int max;
  private final List<Problem.Fault> faults = new ArrayList<>();

  /** The number of faults found, including those that are left out: finding them costs time too. */
  private int noted;

  /** Collects up to {@link #MAX} faults. */
  public ValidationErrors() {
    this(MAX);
  }

  /** Collects up to {@code max} faults, for a request of many parts that share {@link #MAX}. */
  public ValidationErrors(int max) {
    this.max = max;
  }

  /** Notes that a query or path parameter is wrong. */
  public void parameter(String name, String detail) {
    add("parameter", name, detail);
  }

  /** Notes that a header is wrong. */
  public void header(String name, String detail) {
    add("header", name, detail);
  }

  /** Notes that a value of the body is wrong. A second fault of the same value is left out. */
  public void pointer(String pointer, String detail) {
    if (isFull()) {
      return;
    }
    if (hasPointer(pointer)) {
      noted++;
    } else {
      add("pointer", pointer, detail);
    }
  }

  /** Whether a fault of this value of the body is noted. */
  public boolean hasPointer(String pointer) {
    for (var i = 0; i < faults.size(); i++) {
      if (faults.get(i).at().equals(pointer)) {
        return true;
      }
    }
    return false;
  }

  /** Whether no further fault is noted. Readers stop here: the rest of the request is not read. */
  public boolean isFull() {
    return noted >= max;
  }

  private void add(String in, String at, String detail) {
    if (!isFull()) {
      noted++;
      faults.add(new Problem.Fault(in, at, detail));
    }
  }

  /** Makes a value of the domain from the body; null, with its faults noted, if that fails. */
  public <T> @Nullable T body(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> pointer(JsonPointers.ofField(fault.field()), fault.rule()));
      return null;
    }
  }

  /** Makes a value of the domain from one parameter; null, with its faults noted, if that fails. */
  public <T> @Nullable T parameter(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> parameter(name, fault.rule()));
      return null;
    }
  }

  /** Makes a value of the domain from a header; null, with its faults noted, if that fails. */
  public <T> @Nullable T header(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> header(name, fault.rule()));
      return null;
    }
  }

  /**
   * Makes a value of the domain whose fields are parameters; null, with its faults noted, if that
   * fails.
   */
  public <T> @Nullable T parameters(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> parameter(fault.field(), fault.rule()));
      return null;
    }
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** The faults in the order in which they were noted. */
  public List<Problem.Fault> all() {
    return List.copyOf(faults);
  }

  /** Refuses the request if there is a fault. */
  public void refuse() {
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.invalid(List.copyOf(faults)));
    }
  }

  /** Asserts that a value is there, after {@link #refuse} has not thrown. */
  public static <T> T sound(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a fault was not noted");
    }
    return value;
  }
}
