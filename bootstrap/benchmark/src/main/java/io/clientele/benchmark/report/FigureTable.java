package io.clientele.benchmark.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Figures for people, in Markdown: the median, what is wanted, and every single value. */
public final class FigureTable {
  private final String command;
  private final List<String> rows = new ArrayList<>();

  /** The figures of this section. */
  public FigureTable(String section) {
    this.command = "mvn -Pbenchmark -Dmaven.test.skip -Dbenchmark=" + section + " verify";
  }

  /** The middle one; of an even number the upper of both. */
  public static double median(double... values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  public static double median(List<Double> values) {
    return median(values.stream().mapToDouble(value -> value).toArray());
  }

  /** One figure that was taken several times. */
  public FigureTable add(String what, String unit, String goal, List<Double> values) {
    var all = values.stream().map(FigureTable::text).toList();
    return row(what, text(median(values)) + unit, goal, String.join(", ", all));
  }

  /** One figure that follows from others. */
  public FigureTable add(String what, String unit, String goal, double value) {
    return row(what, text(value) + unit, goal, "");
  }

  public FigureTable row(String what, String figure, String goal, String all) {
    rows.add("| " + String.join(" | ", what, figure, goal, all) + " |");
    return this;
  }

  /** Three digits that count, and no more than people read. */
  public static String text(double value) {
    var size = Math.abs(value);
    var format = size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, value);
  }

  @Override
  public String toString() {
    return """
    `%s`, %s, %s

    | | median | goal | all |
    |---|---|---|---|
    %s
    """
        .formatted(
            command,
            LocalDate.now(ZoneOffset.UTC),
            MachineUsage.describe(),
            String.join("\n", rows));
  }
}
