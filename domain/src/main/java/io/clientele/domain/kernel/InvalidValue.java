package io.clientele.domain.kernel;

import java.util.List;
import java.util.stream.Collectors;

/** A value from outside breaks rules of the domain. All are listed, up to 100 of them. */
public final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The largest number of faults of one value. */
  public static final int FAULTS_MAX = 100;

  /**
   * One broken rule.
   *
   * @param field the path of the value from the top of its aggregate, as RFC 6901 escapes it:
   *     {@code taxId/value}
   * @param rule what the value must be, as a sentence's end: {@code must be 1 to 200 characters}
   */
  public record Fault(String field, String rule) implements java.io.Serializable {}

  private final transient List<Fault> faults;

  /** One fault. */
  public InvalidValue(String field, String rule) {
    this(List.of(new Fault(field, rule)));
  }

  /** All faults of one value; at least one. */
  public InvalidValue(List<Fault> faults) {
    super(
        faults.stream()
            .limit(FAULTS_MAX)
            .map(fault -> fault.field() + " " + fault.rule())
            .collect(Collectors.joining("; ")));
    this.faults = faults.stream().limit(FAULTS_MAX).toList();
  }

  /** What is wrong, in the order in which it was found. The value itself is never part of it. */
  public List<Fault> faults() {
    return faults;
  }
}
