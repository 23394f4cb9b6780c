package io.clientele.persistence.jdbc;

import io.clientele.domain.kernel.PortUnavailable;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Joins concurrent look-ups into one query without delaying any. While fewer than the maximum of
 * queries run, a look-up runs its own query at once, on its own thread. A look-up that comes while
 * the maximum runs joins the next query. Under load each query answers more look-ups, so many
 * callers cost the database little more than one.
 *
 * @param <K> what is looked up
 * @param <V> what is found
 */
public final class BatchedLookups<K, V> {
  /** How long a look-up of the request path waits for a query of others. */
  public static final Duration PATIENCE = Duration.ofMillis(1_500);

  /** More in flight only makes the batches smaller. */
  private static final int IN_FLIGHT_MAX = 2;

  private static final int BATCH_MAX = 500;

  private final String port;
  private final Duration patience;
  private final Function<Collection<K>, Map<K, V>> query;
  private final ArrayDeque<Waiter<K, V>> waiting = new ArrayDeque<>();
  private int inFlight;

  /**
   * Looks up by this query, which is given each key once and gives no entry for what is not there.
   *
   * @param patience how long a look-up waits for a query of others
   */
  public BatchedLookups(String port, Duration patience, Function<Collection<K>, Map<K, V>> query) {
    this.port = port;
    this.patience = patience;
    this.query = query;
  }

  /** One look-up that waits for a query of others. */
  private record Waiter<K, V>(K key, Context trace, CompletableFuture<Optional<V>> answer) {}

  /**
   * Returns the value, empty if there is none. Throws the exception of the query that was to answer
   * it.
   */
  public Optional<V> find(K key) {
    var waiter = enterOrQueue(key);
    return waiter == null ? alone(key) : await(waiter);
  }

  /** The number of look-ups that wait for a query. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Null if the caller may run its query at once. */
  private synchronized @Nullable Waiter<K, V> enterOrQueue(K key) {
    if (inFlight < IN_FLIGHT_MAX) {
      inFlight++;
      return null;
    }
    var waiter = new Waiter<K, V>(key, Context.current(), new CompletableFuture<>());
    waiting.addLast(waiter);
    return waiter;
  }

  private Optional<V> alone(K key) {
    try {
      var found = ConnectionShare.shared(() -> query.apply(List.of(key)));
      return Optional.ofNullable(found.get(key));
    } finally {
      handOver();
    }
  }

  /** Starts the next batch, if any, on a thread of its own, so that this caller can return. */
  private void handOver() {
    var batch = nextOrLeave();
    if (!batch.isEmpty()) {
      Thread.ofVirtual().name("look-ups").start(() -> answerAll(batch));
    }
  }

  private void answerAll(List<Waiter<K, V>> first) {
    for (var batch = first; !batch.isEmpty(); batch = nextOrLeave()) {
      answer(batch);
    }
  }

  private synchronized List<Waiter<K, V>> nextOrLeave() {
    var batch = new ArrayList<Waiter<K, V>>(Math.min(waiting.size(), BATCH_MAX));
    while (!waiting.isEmpty() && batch.size() < BATCH_MAX) {
      batch.add(waiting.removeFirst());
    }
    if (batch.isEmpty()) {
      inFlight--;
    }
    return batch;
  }

  /**
   * An exception fails the waiters of this batch only; the thread continues with the next batch.
   */
  private void answer(List<Waiter<K, V>> batch) {
    try (var _ = BatchTrace.first(batch.stream().map(Waiter::trace).toList()).makeCurrent()) {
      var keys = new LinkedHashSet<K>(batch.size() * 2);
      batch.forEach(waiter -> keys.add(waiter.key()));
      var found = query.apply(keys);
      batch.forEach(
          waiter -> waiter.answer().complete(Optional.ofNullable(found.get(waiter.key()))));
    } catch (Throwable e) {
      batch.forEach(waiter -> waiter.answer().completeExceptionally(e));
    }
  }

  private Optional<V> await(Waiter<K, V> waiter) {
    try {
      return waiter.answer().get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      leave(waiter);
      throw new PortUnavailable(port, e);
    } catch (InterruptedException e) {
      leave(waiter);
      Thread.currentThread().interrupt();
      throw new PortUnavailable(port, e);
    } catch (ExecutionException e) {
      throw fault(e.getCause() == null ? e : e.getCause());
    }
  }

  private synchronized void leave(Waiter<K, V> waiter) {
    waiting.remove(waiter);
  }

  /** Many wait for one query: each needs a fault of its own, with its own stack. */
  private RuntimeException fault(Throwable cause) {
    return cause instanceof PortUnavailable
        ? new PortUnavailable(port, cause)
        : new IllegalStateException("a look-up failed", cause);
  }
}
