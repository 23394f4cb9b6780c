package io.clientele.persistence.migration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table that is partitioned by UTC month. Each migration makes the partitions of this month and
 * of the 24 months after it, named {@code <table>_YYYY_MM}.
 *
 * @param table the partitioned table
 * @param fillfactor of new partitions, in percent
 * @param truncateTrigger the trigger function that refuses to empty a partition; null if emptying
 *     is allowed
 * @param keptDays age in days from which on an empty partition is dropped; 0 if none is dropped
 * @param isDroppedByService whether the service may drop old partitions with their rows, by the
 *     function {@code drop_old_parts}
 */
public record MonthlyPartitions(
    String table,
    int fillfactor,
    @Nullable String truncateTrigger,
    int keptDays,
    boolean isDroppedByService) {
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,48}");

  public MonthlyPartitions {
    if (!isName(table) || truncateTrigger != null && !isName(truncateTrigger)) {
      throw new IllegalArgumentException("not a plain name: " + table + ", " + truncateTrigger);
    }
    if (fillfactor < 10 || fillfactor > 100 || keptDays < 0) {
      throw new IllegalArgumentException("out of range: " + fillfactor + ", " + keptDays);
    }
  }

  /** A table whose partitions the service may not drop. */
  public MonthlyPartitions(
      String table, int fillfactor, @Nullable String truncateTrigger, int keptDays) {
    this(table, fillfactor, truncateTrigger, keptDays, false);
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
