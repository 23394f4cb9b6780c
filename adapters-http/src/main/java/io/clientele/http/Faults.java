package io.clientele.http;

import io.clientele.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with a request, so that a client hears of everything at once. */
public final class Faults {
  private final List<Problem.Fault> faults = new ArrayList<>();

  /** A query or path parameter is wrong. */
  public void parameter(String name, String detail) {
    faults.add(new Problem.Fault("parameter", name, detail));
  }

  /** A header is wrong. */
  public void header(String name, String detail) {
    faults.add(new Problem.Fault("header", name, detail));
  }

  /** A value of the body is wrong; one fault a value is enough. */
  public void pointer(String pointer, String detail) {
    if (!hasPointer(pointer)) {
      faults.add(new Problem.Fault("pointer", pointer, detail));
    }
  }

  /** Whether this value of the body is known to be wrong. */
  public boolean hasPointer(String pointer) {
    return faults.stream().anyMatch(fault -> fault.at().equals(pointer));
  }

  /** A value of the domain made from the body; null, and its faults noted, if it is none. */
  public <T> @Nullable T body(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> pointer(Pointers.ofField(fault.field()), fault.rule()));
      return null;
    }
  }

  /** A value of the domain made from one parameter; null, and its faults noted, if it is none. */
  public <T> @Nullable T parameter(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> parameter(name, fault.rule()));
      return null;
    }
  }

  /** The same, where each of its fields is a parameter. */
  public <T> @Nullable T parameters(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> parameter(fault.field(), fault.rule()));
      return null;
    }
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /** What was found, in that order. */
  public List<Problem.Fault> all() {
    return List.copyOf(faults);
  }

  /** Refuses the request if anything was found. */
  public void refuse() {
    if (!faults.isEmpty()) {
      throw new Refusal(Problem.invalid(List.copyOf(faults)));
    }
  }

  /** For what is known to be there because {@link #refuse} has not thrown. */
  public static <T> T sound(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a fault was not noted");
    }
    return value;
  }
}
