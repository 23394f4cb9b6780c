package io.clientele.http.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Ends look-ups that take too long. A resolver of the operating system may wait for a silent name
 * server far longer than an attempt may take, and cannot be interrupted: it goes on by itself, on
 * one of a bounded number of threads. Safe for use by many threads.
 */
public final class BoundedNameResolver implements NameResolver {
  private static final Duration LOOKUP_MAX = Duration.ofSeconds(5);
  private static final int THREADS_MAX = 64;

  private final NameResolver names;
  private final Duration limit;
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0,
          THREADS_MAX,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          Thread.ofPlatform().daemon().name("webhook-names-", 0).factory());

  /** Looks names up by this resolver, for 5 seconds at most. */
  public BoundedNameResolver(NameResolver names) {
    this(names, LOOKUP_MAX);
  }

  /** Looks names up by this resolver, for this time at most. */
  BoundedNameResolver(NameResolver names, Duration limit) {
    this.names = names;
    this.limit = limit;
  }

  /** Throws also when the time is over, or all threads wait for look-ups. */
  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    var lookup = new FutureTask<>(() -> names.resolve(host));
    try {
      threads.execute(lookup);
      return lookup.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw unknown(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw unknown(stopping);
    } catch (TimeoutException | RejectedExecutionException late) {
      throw unknown(late);
    }
  }

  private static UnknownHostException unknown(@Nullable Throwable cause) {
    var unknown = new UnknownHostException("the name is not resolved");
    unknown.initCause(cause);
    return unknown;
  }
}
