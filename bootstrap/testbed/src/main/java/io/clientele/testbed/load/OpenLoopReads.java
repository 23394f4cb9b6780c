package io.clientele.testbed.load;

import io.clientele.testbed.load.LatencyRecorder.Spell;
import io.clientele.testbed.network.TestConnection;
import io.clientele.testbed.network.TestConnectionPool;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Reads accounts at a rate that does not care how the answers come: a request is due when it is
 * due, and its time counts from then. Keeps the truth: which answers came.
 */
public final class OpenLoopReads implements AutoCloseable {
  private final List<String> accounts;
  private final IntSupplier port;
  private final Supplier<String> bearer;
  private final AtomicLongArray answered;
  private final AtomicLongArray cut;
  private final TestConnectionPool wires;
  private final Map<Integer, LongAdder> answeredBy = new ConcurrentHashMap<>();
  private final LatencyRecorder samples = new LatencyRecorder();
  private final FixedRateCalls beat;

  private OpenLoopReads(
      List<String> accounts, IntSupplier port, Supplier<String> bearer, Pace pace) {
    this.accounts = accounts;
    this.port = port;
    this.bearer = bearer;
    this.answered = new AtomicLongArray(accounts.size());
    this.cut = new AtomicLongArray(accounts.size());
    this.wires = new TestConnectionPool(pace.patienceMillis());
    this.beat =
        FixedRateCalls.start(pace.perSecond(), pace.atOnceMax(), this::request, samples::skip);
  }

  /**
   * How clients ask.
   *
   * @param atOnceMax requests that are due beyond it are not sent: clients have no more connections
   * @param patienceMillis how long they wait for a connection, and for an answer
   */
  public record Pace(int perSecond, int atOnceMax, int patienceMillis) {
    public Pace(int perSecond) {
      this(perSecond, Integer.MAX_VALUE, 10_000);
    }
  }

  /**
   * Begins.
   *
   * @param port where the next request goes
   */
  public static OpenLoopReads start(
      List<String> accounts, IntSupplier port, Supplier<String> bearer, Pace pace) {
    return new OpenLoopReads(accounts, port, bearer, pace);
  }

  @Override
  public void close() {
    end();
  }

  /** From then on every request that was sent has its answer, or never will have one. */
  public void end() {
    beat.close();
    wires.close();
  }

  public long answered(int account) {
    return answered.get(account);
  }

  /** At most so many views were counted. */
  public long sent(int account) {
    return answered.get(account) + cut.get(account);
  }

  public long answered() {
    return sum(answered);
  }

  public long answeredBy(int port) {
    return answeredBy.getOrDefault(port, new LongAdder()).sum();
  }

  public long cut() {
    return sum(cut);
  }

  /** What came of what was due between these two instants of the JVM's nanosecond clock. */
  public Spell between(long from, long to) {
    return samples.between(from, to);
  }

  /** How long after this instant the last request was due that failed, in milliseconds. */
  public double lastFailureAfter(long instant) {
    return samples.lastFailureAfter(instant);
  }

  private void request(long number, long due) {
    var account = number % 2 == 0 ? 0 : (int) (number / 2 % accounts.size());
    samples.add(due, request(account));
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
      return LatencyRecorder.CUT;
    }
  }

  private int ask(TestConnection wire, int account) throws IOException {
    try {
      return wire.get("/v1/accounts/" + accounts.get(account), bearer.get());
    } catch (IOException gone) {
      cut.incrementAndGet(account);
      wire.abandon();
      throw gone;
    }
  }

  private static long sum(AtomicLongArray numbers) {
    var sum = 0L;
    for (var i = 0; i < numbers.length(); i++) {
      sum += numbers.get(i);
    }
    return sum;
  }
}
