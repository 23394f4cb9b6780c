package io.clientele.cache;

import io.clientele.cache.LettuceClient.Link;
import io.clientele.domain.kernel.PortUnavailable;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.Delay;
import io.opentelemetry.api.OpenTelemetry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client of one Redis, shared by all its ports. Starts without a connection if needed, and
 * reconnects with backoff. Without a connection every call is refused at once; no command waits
 * longer than its time limit. Safe for use by many threads.
 */
public final class Redis implements AutoCloseable {
  public static final String PORT = "redis";

  private static final Logger LOG = LoggerFactory.getLogger(Redis.class);

  /** A connection without any response for this time is closed, because its peer may be gone. */
  private static final Duration SILENT_MAX = Duration.ofSeconds(2);

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

  private final LettuceClient lettuce;
  private final RedisConfig config;
  private final Delay delay = LettuceClient.delay();
  private final AtomicReference<@Nullable Link> link = new AtomicReference<>();

  /** Since when no command was answered, 0 if the last one was. */
  private final AtomicLong silentSince = new AtomicLong();

  private volatile boolean isClosed;

  /** Creates a client without metrics. */
  public Redis(RedisConfig config) {
    this(config, OpenTelemetry.noop());
  }

  /** Connects; waits for at most a second, and continues in the background. */
  public Redis(RedisConfig config, OpenTelemetry telemetry) {
    this.config = config;
    lettuce = new LettuceClient(config, telemetry);
    try {
      connect(1).get(FIRST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException away) {
      LOG.debug("starts without redis", away);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs a script, by its digest if Redis knows it; every script answers a list. */
  public List<?> run(LuaScript script, byte[] key, List<byte[]> args) {
    byte[][] keys = {key};
    var values = args.toArray(new byte[0][]);
    try {
      return answer(redis -> redis.evalsha(script.digest(), ScriptOutputType.MULTI, keys, values));
    } catch (PortUnavailable unknown) {
      if (unknown.getCause() instanceof RedisNoScriptException) {
        return answer(redis -> redis.eval(script.body(), ScriptOutputType.MULTI, keys, values));
      }
      throw unknown;
    }
  }

  /**
   * Runs a command without waiting for its result, which arrives, or fails within the time limit,
   * on a thread of the client. That thread must not be blocked.
   */
  public CompletableFuture<List<?>> begin(LuaScript script, byte[] key, List<byte[]> args) {
    var now = link.get();
    if (now == null || !now.mayReach()) {
      return CompletableFuture.failedFuture(
          PortUnavailable.refused(PORT, new IOException("not connected")));
    }
    byte[][] keys = {key};
    var values = args.toArray(new byte[0][]);
    var redis = now.commands();
    try {
      return redis
          .<List<?>>evalsha(script.digest(), ScriptOutputType.MULTI, keys, values)
          .toCompletableFuture()
          .exceptionallyCompose(
              failure ->
                  failure instanceof RedisNoScriptException
                      ? redis.eval(script.body(), ScriptOutputType.MULTI, keys, values)
                      : CompletableFuture.failedFuture(failure))
          .orTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
          .whenComplete((_, failure) -> ended(now, failure));
    } catch (RedisException refused) {
      return CompletableFuture.failedFuture(refused);
    }
  }

  /** Returns one field of a hash. */
  public byte @Nullable [] field(byte[] key, byte[] field) {
    return call(redis -> redis.hget(key, field));
  }

  /** All fields of a hash, each with its value; none if there is no such key. */
  public List<byte[]> fields(byte[] key) {
    var flat = new ArrayList<byte[]>();
    call(redis -> redis.hgetall((field, value) -> flat.addAll(List.of(field, value)), key));
    return flat;
  }

  /** Whether Redis answers now. */
  public boolean isUp() {
    try {
      call(redis -> redis.ping());
      return true;
    } catch (PortUnavailable away) {
      return false;
    }
  }

  @Override
  public void close() {
    isClosed = true;
    lettuce.close();
  }

  private List<?> answer(
      Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<List<?>>> command) {
    return Objects.requireNonNull(call(command));
  }

  private <T> @Nullable T call(
      Function<RedisClusterAsyncCommands<byte[], byte[]>, RedisFuture<T>> command) {
    var now = link.get();
    if (now == null || !now.mayReach()) {
      throw PortUnavailable.refused(PORT, new IOException("not connected"));
    }
    CallDeadline.requireTime(PORT);
    RedisFuture<T> answer;
    try {
      answer = command.apply(now.commands());
    } catch (RedisException refused) {
      throw new PortUnavailable(PORT, refused);
    }
    return await(now, answer);
  }

  private <T> @Nullable T await(Link asked, RedisFuture<T> answer) {
    try {
      var value = answer.get(CallDeadline.nanosLeft(config.timeout()), TimeUnit.NANOSECONDS);
      silentSince.set(0);
      return value;
    } catch (TimeoutException silent) {
      giveUp(asked, answer);
      throw new PortUnavailable(PORT, silent);
    } catch (ExecutionException failed) {
      var cause = failed.getCause() == null ? failed : failed.getCause();
      ended(asked, cause);
      throw new PortUnavailable(PORT, cause);
    } catch (CancellationException cut) {
      throw new PortUnavailable(PORT, cut);
    } catch (InterruptedException stop) {
      giveUp(asked, answer);
      Thread.currentThread().interrupt();
      throw new PortUnavailable(PORT, stop);
    }
  }

  /** Evaluates the result of one command for its connection. */
  private void ended(Link asked, @Nullable Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      silent(asked);
    } else {
      silentSince.set(0);
      if (cause instanceof RedisReadOnlyException) {
        // Another server is the primary now; this connection would stay with the old one.
        renew(asked);
      }
    }
  }

  private void giveUp(Link asked, RedisFuture<?> answer) {
    answer.cancel(true);
    silent(asked);
  }

  private void silent(Link asked) {
    var now = System.nanoTime();
    var since = silentSince.compareAndExchange(0, now);
    if (since != 0 && now - since > SILENT_MAX.toNanos()) {
      renew(asked);
    }
  }

  private void renew(Link old) {
    if (link.compareAndSet(old, null)) {
      LOG.warn("redis {} does not answer as a primary: reconnecting", config);
      var _ = old.connection().closeAsync();
      connectAgain(1);
    }
  }

  private void connectAgain(int attempt) {
    var _ = connect(attempt);
  }

  private CompletableFuture<?> connect(int attempt) {
    return lettuce
        .connect()
        .whenComplete((made, failure) -> connected(attempt, made, failure))
        .toCompletableFuture();
  }

  private void connected(int attempt, @Nullable Link made, @Nullable Throwable failure) {
    if (made != null && isClosed) {
      var _ = made.connection().closeAsync();
    } else if (made != null) {
      silentSince.set(0);
      link.set(made);
      LOG.info("redis {} is connected", config);
    } else if (!isClosed) {
      if (attempt == 1) {
        LOG.warn("redis {} is unreachable: {}", config, String.valueOf(failure));
      }
      lettuce.later(delay.createDelay(attempt), () -> connectAgain(attempt + 1));
    }
  }
}
