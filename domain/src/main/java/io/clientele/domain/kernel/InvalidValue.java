package io.clientele.domain.kernel;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** An outside value breaks rules of the domain. Lists all broken rules, up to 100. */
public final class InvalidValue extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The largest number of faults of one value. */
  public static final int FAULTS_MAX = 100;

  /**
   * One broken rule.
   *
   * @param field the path of the value in its aggregate, escaped as in RFC 6901: {@code
   *     taxId/value}
   * @param rule what the value must be, as the end of a sentence: {@code must be 1 to 200
   *     characters}
   */
  public record Fault(String field, String rule) implements java.io.Serializable {
    public Fault {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(rule, "rule");
    }

    /** The field and its rule, as a sentence. */
    @Override
    public String toString() {
      return field + " " + rule;
    }
  }

  private final transient List<Fault> faults;

  /** Creates a single fault. */
  public InvalidValue(String field, String rule) {
    this(List.of(new Fault(field, rule)));
  }

  /**
   * Creates a list of at least one fault of one value. Carries no stack trace: it describes outside
   * data and not a bug, and hostile data would cause many.
   */
  public InvalidValue(List<Fault> faults) {
    super(message(faults), null, false, false);
    this.faults = List.copyOf(faults.size() > FAULTS_MAX ? faults.subList(0, FAULTS_MAX) : faults);
  }

  private static String message(List<Fault> faults) {
    return faults.size() == 1
        ? faults.get(0).toString()
        : faults.stream().limit(FAULTS_MAX).map(Fault::toString).collect(Collectors.joining("; "));
  }

  /** The faults, in the order in which they were found. They never contain the value itself. */
  public List<Fault> faults() {
    return faults;
  }
}
