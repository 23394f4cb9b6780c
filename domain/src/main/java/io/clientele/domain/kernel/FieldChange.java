package io.clientele.domain.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value that an event changed, in its masked printed form.
 *
 * @param before null if there was none
 * @param after null if there is none now
 */
public record FieldChange(String field, @Nullable String before, @Nullable String after) {
  public FieldChange {
    Objects.requireNonNull(field, "field");
  }

  /** Collects the values that differ. */
  public static final class Comparison {
    private final List<FieldChange> details = new ArrayList<>();

    /** Creates an empty comparison. */
    public Comparison() {}

    /** Compares two states of one value by their masked printed form. */
    public Comparison of(String field, @Nullable Object before, @Nullable Object after) {
      if (!Objects.equals(before, after)) {
        details.add(new FieldChange(field, masked(before), masked(after)));
      }
      return this;
    }

    /** The differences, in the order of the comparisons. */
    public List<FieldChange> details() {
      return List.copyOf(details);
    }

    private static @Nullable String masked(@Nullable Object value) {
      return value == null ? null : value.toString();
    }
  }
}
