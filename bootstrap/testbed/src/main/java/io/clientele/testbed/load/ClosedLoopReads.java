package io.clientele.testbed.load;

import io.clientele.testbed.Await;
import io.clientele.testbed.network.TestConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/**
 * Reads accounts without pause, and records the responses. A request whose response was cut off may
 * be counted or not; a status other than 200 is not counted.
 */
public final class ClosedLoopReads implements AutoCloseable {
  private static final Duration THINK = Duration.ofMillis(2);

  private final List<String> accounts;
  private final List<Integer> ports;
  private final Supplier<String> bearer;
  private final AtomicLongArray answered;
  private final AtomicLongArray cut;
  private final AtomicLong refused = new AtomicLong();
  private final Map<Integer, ConcurrentLinkedQueue<Long>> answeredAt = new HashMap<>();
  private final ConcurrentLinkedQueue<Long> latencies = new ConcurrentLinkedQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean isStopped;

  private ClosedLoopReads(List<String> accounts, List<Integer> ports, Supplier<String> bearer) {
    this.bearer = bearer;
    this.accounts = accounts;
    this.ports = ports;
    this.answered = new AtomicLongArray(accounts.size());
    this.cut = new AtomicLongArray(accounts.size());
    ports.forEach(port -> answeredAt.put(port, new ConcurrentLinkedQueue<>()));
  }

  /** Half of the reads go to the first account. */
  public static ClosedLoopReads start(
      List<String> accounts, List<Integer> ports, Supplier<String> bearer, int threads, long seed) {
    var load = new ClosedLoopReads(accounts, ports, bearer);
    for (var i = 0; i < threads; i++) {
      var random = new Random(seed + i);
      load.threads.add(Thread.ofPlatform().name("load-" + i).start(() -> load.run(random)));
    }
    return load;
  }

  /** Stops; afterwards no response is outstanding. */
  @Override
  public void close() {
    isStopped = true;
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public long answered(int account) {
    return answered.get(account);
  }

  /** The number of sent requests, which bounds the counted views. */
  public long sent(int account) {
    return answered.get(account) + cut.get(account);
  }

  public long answered() {
    var sum = 0L;
    for (var i = 0; i < accounts.size(); i++) {
      sum += answered.get(i);
    }
    return sum;
  }

  /** The number of requests without a response of 200. */
  public long failed() {
    var sum = refused.get();
    for (var i = 0; i < accounts.size(); i++) {
      sum += cut.get(i);
    }
    return sum;
  }

  /** The number of responses from this instance since then. */
  public long answeredSince(int port, long nanoTime) {
    return Objects.requireNonNull(answeredAt.get(port)).stream()
        .filter(at -> at - nanoTime >= 0)
        .count();
  }

  /** Returns the latencies since the last call, in nanoseconds, sorted. */
  public long[] drainLatencies() {
    var drained = new ArrayList<Long>();
    for (var next = latencies.poll(); next != null; next = latencies.poll()) {
      drained.add(next);
    }
    return drained.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private void run(Random random) {
    var wires = new HashMap<Integer, TestConnection>();
    while (!isStopped) {
      var port = ports.get(random.nextInt(ports.size()));
      var account = random.nextBoolean() ? 0 : random.nextInt(accounts.size());
      try {
        read(wires, port, account);
      } catch (IOException away) {
        wires.remove(port);
        Await.pause(Duration.ofMillis(20));
      }
      Await.pause(THINK);
    }
  }

  private void read(Map<Integer, TestConnection> wires, int port, int account) throws IOException {
    if (!wires.containsKey(port)) {
      wires.put(port, new TestConnection(port));
    }
    var began = System.nanoTime();
    var status = status(wires.get(port), account);
    if (status == 200) {
      answered.incrementAndGet(account);
      latencies.add(System.nanoTime() - began);
      Objects.requireNonNull(answeredAt.get(port)).add(System.nanoTime());
    } else {
      refused.incrementAndGet();
    }
  }

  private int status(TestConnection wire, int account) throws IOException {
    try {
      return wire.get("/v1/accounts/" + accounts.get(account), bearer.get());
    } catch (IOException e) {
      cut.incrementAndGet(account);
      throw e;
    }
  }
}
