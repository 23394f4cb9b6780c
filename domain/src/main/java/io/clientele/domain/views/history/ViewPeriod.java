package io.clientele.domain.views.history;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.InvalidValue.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in whole buckets of UTC.
 *
 * @param from inclusive, on an edge
 * @param to exclusive, on an edge
 */
public record ViewPeriod(Granularity bucket, Instant from, Instant to) {
  /** Hours of older days are told as a part of their day alone. */
  public static final int HOURS_KEPT_DAYS = 90;

  /** More buckets are more than anyone looks at. */
  public static final int BUCKETS_MAX = 1_000;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  public ViewPeriod {
    var faults = new ArrayList<Fault>();
    requireEdge("from", from, bucket, faults);
    requireEdge("to", to, bucket, faults);
    if (faults.isEmpty() && !from.isBefore(to)) {
      faults.add(new Fault("from", "must be before to"));
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /**
   * What a series tells.
   *
   * @param from null for as long as is usual
   * @param to null for the end of the bucket that is now
   */
  public static ViewPeriod ofSeries(
      Granularity bucket, @Nullable Instant from, @Nullable Instant to, Instant now) {
    var end = to == null ? bucket.edgeBefore(now).plus(bucket.length()) : to;
    var period = new ViewPeriod(bucket, from == null ? end.minus(bucket.usual()) : from, end);
    if (period.size() > BUCKETS_MAX) {
      throw new InvalidValue("from", "must be at most 1,000 buckets before to");
    }
    if (bucket == Granularity.HOUR && period.from().isBefore(hoursKeptFrom(now))) {
      throw new InvalidValue("from", "must be within the last 90 days, or the bucket day");
    }
    return period;
  }

  /**
   * What a ranking is made of: hours, or days where it begins before hours are kept.
   *
   * @param to null for the end of the hour that is now
   */
  public static ViewPeriod ofRanking(Instant from, @Nullable Instant to, Instant now) {
    var end = to == null ? Granularity.HOUR.edgeBefore(now).plus(Granularity.HOUR.length()) : to;
    var period = new ViewPeriod(Granularity.HOUR, from, end);
    var faults = new ArrayList<Fault>();
    requireKept("from", from, now, faults);
    requireKept("to", end, now, faults);
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
    return period;
  }

  /** From when on each hour is kept, at least. */
  public static Instant hoursKeptFrom(Instant now) {
    return Granularity.DAY.edgeBefore(now).minus(HOURS_KEPT_DAYS, ChronoUnit.DAYS);
  }

  /** How many buckets it has. */
  public long size() {
    return Duration.between(from, to).dividedBy(bucket.length());
  }

  private static void requireEdge(
      String field, Instant at, Granularity bucket, List<Fault> faults) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      faults.add(new Fault(field, "must be from 2000 to 2200"));
    } else if (!bucket.hasEdgeAt(at)) {
      faults.add(
          new Fault(
              field,
              "must be a whole " + (bucket == Granularity.DAY ? "day" : "hour") + " in UTC"));
    }
  }

  private static void requireKept(String field, Instant at, Instant now, List<Fault> faults) {
    if (at.isBefore(hoursKeptFrom(now)) && !Granularity.DAY.hasEdgeAt(at)) {
      faults.add(new Fault(field, "must be a whole day in UTC if older than 90 days"));
    }
  }
}
