package io.clientele.testbed.load;

import io.clientele.testbed.load.LatencyRecorder.Summary;
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
 * Reads accounts at a fixed rate, independent of the responses. The latency of a request counts
 * from its due time. Records the responses.
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
      List<String> accounts, IntSupplier port, Supplier<String> bearer, LoadProfile profile) {
    this.accounts = accounts;
    this.port = port;
    this.bearer = bearer;
    this.answered = new AtomicLongArray(accounts.size());
    this.cut = new AtomicLongArray(accounts.size());
    this.wires = new TestConnectionPool(profile.patienceMillis());
    this.beat =
        FixedRateCalls.start(
            profile.perSecond(), profile.atOnceMax(), this::request, samples::skip);
  }

  /**
   * The rate and the limits of the clients.
   *
   * @param atOnceMax requests that are due beyond this number are not sent
   * @param patienceMillis how long they wait for a connection, and for an answer
   */
  public record LoadProfile(int perSecond, int atOnceMax, int patienceMillis) {
    public LoadProfile(int perSecond) {
      this(perSecond, Integer.MAX_VALUE, 10_000);
    }
  }

  /**
   * Starts the reads.
   *
   * @param port where the next request goes
   */
  public static OpenLoopReads start(
      List<String> accounts, IntSupplier port, Supplier<String> bearer, LoadProfile profile) {
    return new OpenLoopReads(accounts, port, bearer, profile);
  }

  @Override
  public void close() {
    end();
  }

  /** Stops; afterwards no response is outstanding. */
  public void end() {
    beat.close();
    wires.close();
  }

  public long answered(int account) {
    return answered.get(account);
  }

  /** The number of sent requests, which bounds the counted views. */
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

  /**
   * Returns the results of the requests due between these two values of {@code System.nanoTime}.
   */
  public Summary between(long from, long to) {
    return samples.between(from, to);
  }

  /** Returns the due time of the last failed request, in milliseconds after this instant. */
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
