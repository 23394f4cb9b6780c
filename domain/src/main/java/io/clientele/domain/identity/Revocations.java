package io.clientele.domain.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Lists revoked tokens and keys, so that a verifier asks once a second instead of once a request.
 * Safe for use by many threads; throws {@link io.clientele.domain.kernel.PortUnavailable} when it
 * cannot know.
 */
public interface Revocations {
  /**
   * Returns what was revoked within this time before now, and a little longer ago. A caller that
   * asks for the time since its last call misses nothing, in spite of clock differences and late
   * commits. The first call asks for the lifetime of a token. Revocations older than a day may be
   * forgotten.
   */
  Withdrawn within(Duration time);

  /**
   * What is good no more.
   *
   * @param generations of operators whose generation was raised: tokens of one before it are
   *     withdrawn, all of an operator that was removed
   * @param sessions that were ended
   * @param keys that were revoked
   */
  record Withdrawn(Map<OperatorId, Long> generations, Set<SessionId> sessions, Set<ApiKeyId> keys) {
    public Withdrawn {
      generations = Map.copyOf(generations);
      sessions = Set.copyOf(sessions);
      keys = Set.copyOf(keys);
    }
  }
}
