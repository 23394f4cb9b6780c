package io.clientele.domain.views.history;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.InvalidValue.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A time range of whole UTC buckets.
 *
 * @param from inclusive, on a boundary
 * @param to exclusive, on a boundary
 */
public record ViewPeriod(Granularity bucket, Instant from, Instant to) {
  /** Older hours are available as a part of their day only. */
  public static final int HOURS_KEPT_DAYS = 90;

  /** The greatest number of buckets of a series. */
  public static final int BUCKETS_MAX = 1_000;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  public ViewPeriod {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
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
   * Returns the period of a series.
   *
   * @param from null for the default length
   * @param to null for the end of the current bucket
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
   * Returns the period of a ranking: in hours, or in days if it begins before hours are kept.
   *
   * @param to null for the end of the current hour
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

  /** The instant from which all hours are kept. */
  public static Instant hoursKeptFrom(Instant now) {
    return Granularity.DAY.edgeBefore(now).minus(HOURS_KEPT_DAYS, ChronoUnit.DAYS);
  }

  /** The number of buckets. */
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
