package io.clientele.cache.ratelimit;

import io.clientele.cache.LuaScript;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisText;
import io.clientele.domain.kernel.Quota;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.RateLimiter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rate limits that all instances share in Redis. Permits are drawn in blocks, ahead of need, and no
 * request waits for a draw: a key that is new to an instance is granted a tenth of the quota on
 * credit. So of {@code n} instances each may grant a tenth of a quota too much (of ten permits:
 * one), once, or as much as one request takes together; it is booked as a debt that the key pays in
 * time. Each may reserve a hundredth that the key needs elsewhere. During an outage of Redis each
 * instance uses a local quota of the same size, less the permits that it granted before.
 */
public final class RedisRateLimiter implements RateLimiter {
  private static final Logger LOG = LoggerFactory.getLogger(RedisRateLimiter.class);
  private static final LuaScript DRAW = LuaScript.of("draw");
  private static final long PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final double NANOS_A_MICRO = 1e3;
  private static final int NAME_BYTES = 16;

  private final Redis redis;
  private final SecretKey naming;
  private final LongSupplier nanos;
  private final PerKeyCache<TokenReserve> holders;
  private final AtomicInteger drawing = new AtomicInteger();

  /** When to call Redis again after an outage. */
  private final AtomicLong probeAt = new AtomicLong();

  private volatile boolean isAway;

  /**
   * With a quota for each limit.
   *
   * @param naming the HMAC key that names holders in Redis; all instances have the same one
   */
  public RedisRateLimiter(Redis redis, Map<RateLimit, Quota> quotas, SecretKey naming) {
    this(redis, quotas, naming, System::nanoTime, PerKeyCache.MAX);
  }

  RedisRateLimiter(
      Redis redis,
      Map<RateLimit, Quota> quotas,
      SecretKey naming,
      LongSupplier nanos,
      int holdersMax) {
    this.redis = redis;
    this.naming = naming;
    this.nanos = nanos;
    this.holders =
        new PerKeyCache<>(
            quotas,
            holdersMax,
            (limit, key, quota, now) -> new TokenReserve(quota, limit, key, now));
  }

  @Override
  public Permit take(RateLimit limit, String key, int count) {
    var now = nanos.getAsLong();
    var stock = holders.of(limit, key, now);
    if (isAway) {
      probe(stock, now);
      return stock.takeLocally(now, count);
    }
    var permit = stock.take(now, count);
    if (stock.beginsDraw(now)) {
      draw(stock);
    }
    return permit;
  }

  /** Whether each instance is on its own now. */
  boolean isAway() {
    return isAway;
  }

  /** The number of draws in flight. */
  int drawing() {
    return drawing.get();
  }

  /** The number of keys in memory. */
  long holders() {
    return holders.size();
  }

  private void probe(TokenReserve stock, long now) {
    var at = probeAt.get();
    if (now - at >= 0 && stock.beginsProbe()) {
      if (probeAt.compareAndSet(at, now + PROBE_NANOS)) {
        draw(stock);
      } else {
        stock.notDrawn();
      }
    }
  }

  private void draw(TokenReserve stock) {
    var used = stock.used();
    drawing.incrementAndGet();
    var _ =
        redis
            .begin(DRAW, stock.key(this::name), args(stock, used))
            .whenComplete((answer, failure) -> ended(stock, used, answer, failure));
  }

  private void ended(
      TokenReserve stock, long used, @Nullable List<?> answer, @Nullable Throwable failure) {
    var now = nanos.getAsLong();
    if (answer == null) {
      stock.notDrawn();
      probeAt.set(now + PROBE_NANOS);
      if (!isAway) {
        LOG.warn(
            "rate limits are local to this process until redis answers: {}",
            String.valueOf(failure));
      }
      isAway = true;
    } else {
      var granted = RedisText.number(answer.get(0));
      var micros = RedisText.number(answer.get(1));
      stock.drawn(used, granted, TimeUnit.MICROSECONDS.toNanos(micros), now);
      isAway = false;
    }
    drawing.decrementAndGet();
  }

  private static List<byte[]> args(TokenReserve stock, long used) {
    var quota = stock.quota();
    return List.of(
        RedisText.bytes(Double.toString(quota.nanosAPermit() / NANOS_A_MICRO)),
        RedisText.bytes(quota.size()),
        RedisText.bytes(used),
        RedisText.bytes(stock.ahead()));
  }

  private byte[] name(RateLimit limit, String key) {
    try {
      var hmac = Mac.getInstance("HmacSHA256");
      hmac.init(naming);
      var name = hmac.doFinal((limit.name() + " " + key).getBytes(StandardCharsets.UTF_8));
      return RedisText.bytes("permits:" + HexFormat.of().formatHex(name, 0, NAME_BYTES));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
