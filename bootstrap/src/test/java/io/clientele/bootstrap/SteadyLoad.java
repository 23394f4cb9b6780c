package io.clientele.bootstrap;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final List<String> accounts;
  private final IntSupplier port;
  private final Supplier<String> bearer;
  private final AtomicLongArray answered;
  private final AtomicLongArray cut;
  private final Wires wires;
  private final Map<Integer, LongAdder> answeredBy = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final int atOnceMax;
  private final Beat beat;

  private SteadyLoad(List<String> accounts, IntSupplier port, Supplier<String> bearer, Pace pace) {
    this.accounts = accounts;
    this.port = port;
    this.bearer = bearer;
    this.answered = new AtomicLongArray(accounts.size());
    this.cut = new AtomicLongArray(accounts.size());
    this.wires = new Wires(pace.patienceMillis());
    this.atOnceMax = pace.atOnceMax();
    this.beat = Beat.start(pace.perSecond(), this::request);
  }

  /**
   * How clients ask.
   *
   * @param atOnceMax requests that are due beyond it fail unsent: clients have no more connections
   * @param patienceMillis how long they wait for a connection, and for an answer
   */
  record Pace(int perSecond, int atOnceMax, int patienceMillis) {
    Pace(int perSecond) {
      this(perSecond, Integer.MAX_VALUE, 10_000);
    }
  }

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
      List<String> accounts, IntSupplier port, Supplier<String> bearer, Pace pace) {
    return new SteadyLoad(accounts, port, bearer, pace);
  }

  @Override
  public void close() {
    end();
  }

  /** From then on every request that was sent has its answer, or never will have one. */
  void end() {
    beat.close();
    wires.close();
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
    var status = atOnce.incrementAndGet() > atOnceMax ? CUT : request(account);
    atOnce.decrementAndGet();
    samples.add(new Sample(due, System.nanoTime() - due, status));
  }

  private int request(int account) {
    var to = port.getAsInt();
    try {
      var wire = wires.take(to);
      var status = ask(wire, account);
      if (wire.isLeft()) {
        wire.close();
      } else {
        wires.keep(to, wire);
      }
      if (status == 200) {
        answered.incrementAndGet(account);
        answeredBy.computeIfAbsent(to, any -> new LongAdder()).increment();
      }
      return status;
    } catch (IOException refused) {
      return CUT;
    }
  }

  private int ask(Wire wire, int account) throws IOException {
    try {
      return wire.get("/v1/accounts/" + accounts.get(account), bearer.get());
    } catch (IOException gone) {
      cut.incrementAndGet(account);
      wire.abandon();
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
