package io.clientele.bootstrap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Reads accounts at a rate that does not care how the answers come: a request is due when it is
 * due, and its time counts from then. Keeps the truth: which answers came.
 */
final class SteadyLoad implements AutoCloseable {
  /** As a status: the connection was cut, and the view may be counted or not. */
  static final int CUT = 0;

  /** As long as a balancer lets a connection wait for its next request. */
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final List<String> accounts;
  private final IntSupplier port;
  private final Supplier<String> bearer;
  private final AtomicLongArray answered;
  private final AtomicLongArray cut;
  private final Map<Integer, ConcurrentLinkedDeque<Kept>> idle = new ConcurrentHashMap<>();
  private final Map<Integer, LongAdder> answeredBy = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final Beat beat;

  private SteadyLoad(
      List<String> accounts, IntSupplier port, Supplier<String> bearer, int perSecond) {
    this.accounts = accounts;
    this.port = port;
    this.bearer = bearer;
    this.answered = new AtomicLongArray(accounts.size());
    this.cut = new AtomicLongArray(accounts.size());
    this.beat = Beat.start(perSecond, this::request);
  }

  /** A connection that nothing is asked on, and since when. */
  private record Kept(Wire wire, long since) {}

  /** One request: when it was due, how long it took from then, and how it ended. */
  private record Sample(long due, long nanos, int status) {
    boolean isGood() {
      return status == 200;
    }
  }

  /** What came of the requests that were due in some span of time. */
  record Spell(
      long requests, long failed, double p50, double p99, double slowestFailed, String how) {}

  /**
   * Begins.
   *
   * @param port where the next request goes
   */
  static SteadyLoad start(
      List<String> accounts, IntSupplier port, Supplier<String> bearer, int perSecond) {
    return new SteadyLoad(accounts, port, bearer, perSecond);
  }

  @Override
  public void close() {
    end();
  }

  /** From then on every request that was sent has its answer, or never will have one. */
  void end() {
    beat.close();
  }

  long answered(int account) {
    return answered.get(account);
  }

  /** At most so many views were counted. */
  long sent(int account) {
    return answered.get(account) + cut.get(account);
  }

  long answered() {
    return sum(answered);
  }

  long answeredBy(int port) {
    return answeredBy.getOrDefault(port, new LongAdder()).sum();
  }

  long cut() {
    return sum(cut);
  }

  /** Milliseconds, of what was due between these two instants of the JVM's nanosecond clock. */
  Spell between(long from, long to) {
    var due =
        samples.stream().filter(each -> each.due() - from >= 0 && each.due() - to < 0).toList();
    var good = due.stream().filter(Sample::isGood).mapToLong(Sample::nanos).sorted().toArray();
    var bad = due.stream().filter(each -> !each.isGood()).toList();
    var how = new TreeMap<Integer, Integer>();
    bad.forEach(each -> how.merge(each.status(), 1, Integer::sum));
    return new Spell(
        due.size(),
        bad.size(),
        percentile(good, 50),
        percentile(good, 99),
        bad.stream().mapToLong(Sample::nanos).max().orElse(0) / 1e6,
        how.toString());
  }

  /** How long after this instant the last request was due that failed, in milliseconds. */
  double lastFailureAfter(long instant) {
    return samples.stream()
            .filter(each -> !each.isGood() && each.due() - instant >= 0)
            .mapToLong(each -> each.due() - instant)
            .max()
            .orElse(0)
        / 1e6;
  }

  private void request(long number, long due) {
    var account = number % 2 == 0 ? 0 : (int) (number / 2 % accounts.size());
    var status = CUT;
    var to = port.getAsInt();
    try {
      var wires = idle.computeIfAbsent(to, any -> new ConcurrentLinkedDeque<>());
      var wire = wire(wires, to);
      status = ask(wire, account);
      if (wire.isLeft()) {
        wire.close();
      } else {
        wires.push(new Kept(wire, System.nanoTime()));
      }
    } catch (IOException refused) {
      status = CUT;
    }
    if (status == 200) {
      answered.incrementAndGet(account);
      answeredBy.computeIfAbsent(to, any -> new LongAdder()).increment();
    }
    samples.add(new Sample(due, System.nanoTime() - due, status));
  }

  private static Wire wire(Queue<Kept> wires, int to) throws IOException {
    for (var kept = wires.poll(); kept != null; kept = wires.poll()) {
      if (System.nanoTime() - kept.since() < KEPT_NANOS) {
        return kept.wire();
      }
      kept.wire().close();
    }
    return new Wire(to);
  }

  private int ask(Wire wire, int account) throws IOException {
    try {
      return wire.get("/v1/accounts/" + accounts.get(account), bearer.get());
    } catch (IOException gone) {
      cut.incrementAndGet(account);
      wire.close();
      throw gone;
    }
  }

  private static double percentile(long[] sorted, int percent) {
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) * percent / 100] / 1e6;
  }

  private static long sum(AtomicLongArray numbers) {
    var sum = 0L;
    for (var i = 0; i < numbers.length(); i++) {
      sum += numbers.get(i);
    }
    return sum;
  }
}
