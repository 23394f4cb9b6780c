package io.clientele.benchmark.section;

import io.clientele.benchmark.report.FigureTable;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The hot parts, by JMH. */
public final class MicrobenchmarksSection {
  private static final TimeValue ITERATION = TimeValue.seconds(1);

  private MicrobenchmarksSection() {}

  /** Those whose names hold {@code -Dparts}, a regular expression; all without it. */
  public static FigureTable measure() throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(System.getProperty("parts", ".*"))
            .forks(1)
            .warmupIterations(3)
            .warmupTime(ITERATION)
            .measurementIterations(5)
            .measurementTime(ITERATION)
            .jvmArgsAppend("-Xmx512m", "--enable-native-access=ALL-UNNAMED")
            .build();
    return table(new Runner(options).run());
  }

  private static FigureTable table(Collection<RunResult> results) {
    var table = new FigureTable("parts");
    for (var run : results) {
      var result = run.getPrimaryResult();
      var unit = " " + result.getScoreUnit();
      var all = result.getStatistics();
      table.row(
          name(run),
          FigureTable.text(all.getPercentile(50)) + unit,
          "",
          String.format(
              Locale.ROOT,
              "%s to %s",
              FigureTable.text(all.getMin()),
              FigureTable.text(all.getMax())));
    }
    return table;
  }

  private static String name(RunResult run) {
    var parameters = run.getParams();
    var benchmark = parameters.getBenchmark();
    var method = benchmark.lastIndexOf('.');
    var type = benchmark.lastIndexOf('.', method - 1);
    var values =
        parameters.getParamsKeys().stream()
            .map(key -> key + " " + parameters.getParam(key))
            .collect(Collectors.joining(", "));
    var threads = parameters.getThreads() == 1 ? "" : parameters.getThreads() + " threads";
    return String.join(" ", benchmark.substring(type + 1), values, threads).strip();
  }
}
