package io.clientele.persistence.migration;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table that is partitioned by UTC month or day. Each migration makes the partitions of the
 * present and of the time ahead, named {@code <table>_YYYY_MM} or {@code <table>_YYYY_MM_DD}.
 *
 * @param table the partitioned table
 * @param step the time of one partition
 * @param fillfactor of new partitions, in percent
 * @param truncateTrigger the trigger function that refuses to empty a partition; null if emptying
 *     is allowed
 * @param keptDays age in days from which on an empty partition is dropped; 0 if none is dropped
 * @param isDroppedByService whether the service may drop old partitions with their rows, by the
 *     function {@code drop_old_parts}
 */
public record TimePartitions(
    String table,
    Step step,
    int fillfactor,
    @Nullable String truncateTrigger,
    int keptDays,
    boolean isDroppedByService) {
  private static final Pattern NAME = Pattern.compile("[a-z_]{1,48}");

  public TimePartitions {
    if (!isName(table) || truncateTrigger != null && !isName(truncateTrigger)) {
      throw new IllegalArgumentException("not a plain name: " + table + ", " + truncateTrigger);
    }
    if (fillfactor < 10 || fillfactor > 100 || keptDays < 0) {
      throw new IllegalArgumentException("out of range: " + fillfactor + ", " + keptDays);
    }
  }

  /** The time of one partition. */
  public enum Step {
    /** 24 months are made ahead. */
    MONTH("month", 24, "YYYY_MM"),
    /** 60 days are made ahead. */
    DAY("day", 60, "YYYY_MM_DD");

    private final String unit;
    private final int ahead;
    private final String format;

    Step(String unit, int ahead, String format) {
      this.unit = unit;
      this.ahead = ahead;
      this.format = format;
    }

    String unit() {
      return unit;
    }

    int ahead() {
      return ahead;
    }

    String format() {
      return format;
    }
  }

  /** A table with a partition for each month, which the service may not drop. */
  public static TimePartitions months(
      String table, int fillfactor, @Nullable String truncateTrigger, int keptDays) {
    return new TimePartitions(table, Step.MONTH, fillfactor, truncateTrigger, keptDays, false);
  }

  /** A table whose partitions the service drops when they are old. */
  public static TimePartitions droppedByService(String table, Step step) {
    return new TimePartitions(table, step, 100, null, 0, true);
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
