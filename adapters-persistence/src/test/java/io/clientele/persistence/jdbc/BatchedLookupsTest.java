package io.clientele.persistence.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.PortUnavailable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchedLookupsTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final BlockingQueue<Asked> queries = new LinkedBlockingQueue<>();

  /** A query that waits until the test supplies its result. */
  private record Asked(Collection<Integer> keys, CompletableFuture<Map<Integer, String>> answer) {
    void found() {
      answer.complete(keys.stream().collect(Collectors.toMap(key -> key, key -> "value " + key)));
    }
  }

  private Map<Integer, String> ask(Collection<Integer> keys) {
    var asked = new Asked(List.copyOf(keys), new CompletableFuture<>());
    queries.add(asked);
    try {
      return asked.answer().get();
    } catch (ExecutionException e) {
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aLoneLookUpRunsAtOnceOnItsOwnThread() {
    var thread = new Thread[1];
    var lookups =
        new BatchedLookups<Integer, String>(
            "it",
            LONG,
            keys -> {
              thread[0] = Thread.currentThread();
              return Map.of(7, "seven");
            });
    assertThat(lookups.find(7)).contains("seven");
    assertThat(thread[0]).isSameAs(Thread.currentThread());
    assertThat(lookups.find(8)).isEmpty();
  }

  @Test
  void lookUpsDuringTwoQueriesJoinTheNextWithDistinctKeys() throws Exception {
    var lookups = new BatchedLookups<>("it", LONG, this::ask);
    var first = found(lookups, 1);
    var asked1 = queries.take();
    var second = found(lookups, 2);
    var asked2 = queries.take();
    var waiting = waiting(lookups, 3, 4, 3, 5);

    assertThat(queries).isEmpty();
    asked1.found();
    var joined = queries.take();
    assertThat(joined.keys()).containsExactlyInAnyOrder(3, 4, 5);
    assertThat(first.get()).contains("value 1");
    joined.found();
    assertThat(results(waiting))
        .extracting(Optional::get)
        .containsExactly("value 3", "value 4", "value 3", "value 5");
    asked2.found();
    assertThat(second.get()).contains("value 2");
  }

  @Test
  void atMostTwoQueriesRun() throws Exception {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var lookups =
        new BatchedLookups<Integer, Integer>(
            "it",
            LONG,
            keys -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.yield();
              running.decrementAndGet();
              return keys.stream().collect(Collectors.toMap(key -> key, key -> -key));
            });
    var all = new ArrayList<Future<?>>();
    for (var i = 0; i < 64; i++) {
      var from = i * 1_000;
      all.add(
          started(
              () -> {
                for (var key = from; key < from + 1_000; key++) {
                  assertThat(lookups.find(key)).contains(-key);
                }
                return from;
              }));
    }
    for (var one : all) {
      one.get();
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(lookups.find(1)).as("a query that never ends takes no slot").contains(-1);
  }

  @Test
  void aFailingBatchFailsItsOwnWaitersOnly() throws Exception {
    var lookups = new BatchedLookups<>("it", LONG, this::ask);
    var first = found(lookups, 1);
    var asked1 = queries.take();
    found(lookups, 2);
    queries.take();
    var doomed = waiting(lookups, 3, 4);
    asked1.found();
    var failing = queries.take();
    var lucky = waiting(lookups, 5);
    failing.answer().completeExceptionally(new PortUnavailable("it", new IOException("cut")));
    queries.take().found();

    assertThat(first.get()).isPresent();
    assertThat(results(lucky)).extracting(Optional::get).containsExactly("value 5");
    for (var one : doomed) {
      assertThatThrownBy(one::get).hasCauseInstanceOf(PortUnavailable.class);
    }
  }

  @Test
  void aFailedLookUpDoesNotBlockOthers() {
    var lookups =
        new BatchedLookups<Integer, String>(
            "it",
            LONG,
            keys -> {
              throw new PortUnavailable("it", new IOException("away"));
            });
    for (var i = 0; i < 5; i++) {
      assertThatThrownBy(() -> lookups.find(1)).isInstanceOf(PortUnavailable.class);
    }
  }

  @Test
  void aTimedOutWaiterIsRemovedFromTheQuery() throws Exception {
    var lookups = new BatchedLookups<>("it", Duration.ofMillis(50), this::ask);
    found(lookups, 1);
    var asked1 = queries.take();
    found(lookups, 2);
    var asked2 = queries.take();
    assertThatThrownBy(() -> lookups.find(3)).isInstanceOf(PortUnavailable.class);
    asked1.found();
    asked2.found();
    assertThat(queries.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aBugOfTheQueryIsABugToItsWaiters() throws Exception {
    var lookups = new BatchedLookups<>("it", LONG, this::ask);
    found(lookups, 1);
    var asked1 = queries.take();
    found(lookups, 2);
    queries.take();
    var waiting = waiting(lookups, 3);
    asked1.found();
    queries.take().answer().completeExceptionally(new IllegalStateException("a bad row"));
    assertThatThrownBy(waiting.getFirst()::get).hasCauseInstanceOf(IllegalStateException.class);
  }

  private static Future<Optional<String>> found(BatchedLookups<Integer, String> lookups, int key) {
    return started(() -> lookups.find(key));
  }

  /** Starts look-ups that wait for others, in this order. */
  private static List<Future<Optional<String>>> waiting(
      BatchedLookups<Integer, String> lookups, int... keys) {
    return IntStream.of(keys)
        .mapToObj(
            key -> {
              var before = lookups.waiting();
              var one = found(lookups, key);
              while (lookups.waiting() == before) {
                assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
                Thread.onSpinWait();
              }
              return one;
            })
        .toList();
  }

  private static <T> Future<T> started(java.util.concurrent.Callable<T> work) {
    var result = new java.util.concurrent.FutureTask<>(work);
    Thread.ofVirtual().start(result);
    return result;
  }

  private static List<Optional<String>> results(List<Future<Optional<String>>> of)
      throws Exception {
    var results = new ArrayList<Optional<String>>();
    for (var one : of) {
      results.add(one.get());
    }
    return results;
  }
}
