package io.clientele.application.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.apikey.ApiKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Records when API keys were used, in memory, so that requests do not wait for the store. Starts no
 * thread: its owner calls {@link #write} once a minute, and {@link #close} at the end.
 */
public final class ApiKeyUsageRecorder implements AutoCloseable {
  private final ApiKeys keys;
  private final InstantSource clock;
  private final Map<ApiKeyId, Instant> uses = new ConcurrentHashMap<>();

  /** Records uses of keys in this store. */
  public ApiKeyUsageRecorder(ApiKeys keys, InstantSource clock) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Records that a key was used now. Never waits and never throws. */
  public void used(ApiKeyId id) {
    uses.put(id, clock.instant());
  }

  /** Writes the uses to the store; keeps them for the next call if the store is unavailable. */
  public void write() {
    var written = new HashMap<>(uses);
    if (written.isEmpty()) {
      return;
    }
    keys.used(written);
    written.forEach(uses::remove);
  }

  /** Writes the remaining uses. */
  @Override
  public void close() {
    write();
  }
}
