package io.clientele.infra.alarms;

import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Evaluates an alarm as CloudWatch documents it: M of N data points, aggregation over the period,
 * treatment of missing data, and percentiles of few samples.
 */
final class AlarmReplay {
  private static final int MINUTE = 60;

  private final ResourceNode alarm;

  AlarmReplay(ResourceNode alarm) {
    this.alarm = alarm;
  }

  /**
   * One minute of a metric.
   *
   * @param value the value, or NaN when nothing was published
   * @param samples the number of samples, by which CloudWatch trusts a percentile
   */
  record Minute(double value, int samples) {
    boolean isMissing() {
      return Double.isNaN(value);
    }
  }

  /** Returns the minute in which the alarm starts, counted from 1, or 0 if it stays silent. */
  int firesAt(List<Minute> minutes) {
    var periodMinutes = (int) alarm.number("period") / MINUTE;
    var breaches = new ArrayList<Boolean>();
    for (var end = periodMinutes; end <= minutes.size(); end += periodMinutes) {
      breaches.add(isBreach(minutes.subList(end - periodMinutes, end)));
      if (isAlarm(breaches)) {
        return end;
      }
    }
    return 0;
  }

  private boolean isAlarm(List<Boolean> breaches) {
    var from = Math.max(0, breaches.size() - (int) alarm.number("evaluationPeriods"));
    var breaching = breaches.subList(from, breaches.size()).stream().filter(each -> each).count();
    return breaching >= alarm.number("datapointsToAlarm");
  }

  private boolean isBreach(List<Minute> period) {
    var known = period.stream().filter(minute -> !minute.isMissing()).toList();
    if (known.isEmpty()) {
      return alarm.text("treatMissingData").equals("breaching");
    }
    if (!isTrusted(known)) {
      return false;
    }
    var value = aggregated(known.stream().mapToDouble(Minute::value));
    var threshold = alarm.number("threshold");
    return switch (alarm.text("comparisonOperator")) {
      case "GreaterThanThreshold" -> value > threshold;
      case "LessThanThreshold" -> value < threshold;
      default -> throw new AssertionError(alarm.text("comparisonOperator"));
    };
  }

  /** CloudWatch wants ten samples beyond the percentile: 1,000 for p99. */
  private boolean isTrusted(List<Minute> period) {
    var percentile = alarm.text("extendedStatistic");
    if (percentile.isEmpty() || !alarm.text("evaluateLowSampleCountPercentiles").equals("ignore")) {
      return true;
    }
    var beyond = 1 - Double.parseDouble(percentile.substring(1)) / 100;
    return period.stream().mapToInt(Minute::samples).sum() >= 10 / beyond;
  }

  private double aggregated(DoubleStream values) {
    return switch (alarm.text("statistic")) {
      case "Sum" -> values.sum();
      case "Maximum", "" -> values.max().orElseThrow();
      case "Minimum" -> values.min().orElseThrow();
      case "Average" -> values.average().orElseThrow();
      default -> throw new AssertionError(alarm.text("statistic"));
    };
  }
}
