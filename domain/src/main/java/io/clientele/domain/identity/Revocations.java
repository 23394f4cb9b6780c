package io.clientele.domain.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Lists revoked tokens and keys, so that a verifier asks once a second and not once a request.
 * Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Revocations {
  /**
   * Returns what was revoked within this time before now, and a little longer ago, so that a caller
   * that asks for the time since its last call misses nothing in spite of clock differences and
   * late commits. The first call asks for the lifetime of a token. Revocations older than a day may
   * be absent.
   */
  Withdrawn within(Duration time);

  /**
   * Revoked tokens and keys.
   *
   * @param generations of operators whose generation was raised: tokens of an earlier generation
   *     are revoked, for a removed operator all tokens
   * @param sessions that were ended
   * @param keys that were revoked
   */
  record Withdrawn(Map<OperatorId, Long> generations, Set<SessionId> sessions, Set<ApiKeyId> keys) {
    public Withdrawn {
      generations = Map.copyOf(Objects.requireNonNull(generations, "generations"));
      sessions = Set.copyOf(Objects.requireNonNull(sessions, "sessions"));
      keys = Set.copyOf(Objects.requireNonNull(keys, "keys"));
    }
  }
}
