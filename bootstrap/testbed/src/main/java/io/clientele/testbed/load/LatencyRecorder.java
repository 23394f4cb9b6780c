package io.clientele.testbed.load;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;

/** Records the results of requests by their due time. */
public final class LatencyRecorder {
  /** The status of a request whose connection was cut; its view may be counted or not. */
  static final int CUT = 0;

  /** The status of a request that had no connection to be sent on. */
  static final int UNSENT = -1;

  private final ConcurrentLinkedQueue<Sample> sent = new ConcurrentLinkedQueue<>();

  /** The due times of skipped requests, of which there may be millions. */
  private long[] skipped = new long[1024];

  private int skips;

  /** One request: when it was due, how long it took from then, and how it ended. */
  private record Sample(long due, long nanos, int status) {
    boolean isGood() {
      return status == 200;
    }
  }

  /** The results of the requests that were due in one time span. */
  public record Summary(
      long requests, long failed, double p50, double p99, double slowestFailed, String how) {}

  /** Records a request that ended now. */
  void add(long due, int status) {
    sent.add(new Sample(due, System.nanoTime() - due, status));
  }

  /** Records a request that was due and not sent. */
  synchronized void skip(long due) {
    if (skips == skipped.length) {
      skipped = Arrays.copyOf(skipped, 2 * skips);
    }
    skipped[skips++] = due;
  }

  /**
   * Returns the results, in milliseconds, of the requests due between these two values of {@code
   * System.nanoTime}.
   */
  Summary between(long from, long to) {
    var due = sent.stream().filter(each -> each.due() - from >= 0 && each.due() - to < 0).toList();
    var unsent = skipped().filter(each -> each - from >= 0 && each - to < 0).count();
    var good = due.stream().filter(Sample::isGood).mapToLong(Sample::nanos).sorted().toArray();
    var bad = due.stream().filter(each -> !each.isGood()).toList();
    var how = new TreeMap<Integer, Long>();
    bad.forEach(each -> how.merge(each.status(), 1L, Long::sum));
    if (unsent > 0) {
      how.merge(UNSENT, unsent, Long::sum);
    }
    return new Summary(
        due.size() + unsent,
        bad.size() + unsent,
        percentile(good, 50),
        percentile(good, 99),
        bad.stream().mapToLong(Sample::nanos).max().orElse(0) / 1e6,
        how.toString());
  }

  /** Returns the due time of the last failed request, in milliseconds after this instant. */
  double lastFailureAfter(long instant) {
    var failed = sent.stream().filter(each -> !each.isGood()).mapToLong(Sample::due);
    return LongStream.concat(failed, skipped())
            .map(each -> each - instant)
            .filter(each -> each >= 0)
            .max()
            .orElse(0)
        / 1e6;
  }

  private synchronized LongStream skipped() {
    return Arrays.stream(skipped, 0, skips);
  }

  private static double percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }
}
