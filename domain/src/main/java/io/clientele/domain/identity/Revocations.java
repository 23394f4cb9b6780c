package io.clientele.domain.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Tells what is good no more, so that whoever verifies tokens and keys by itself asks once a second
 * and not each time. Safe for use by many threads; throws {@link
 * io.clientele.domain.kernel.PortUnavailable} when it cannot know.
 */
public interface Revocations {
  /**
   * What was withdrawn in the time before now, and a little more: whoever asks for the time since
   * it asked last misses nothing, however the clocks go and however late a writer commits. Ask for
   * the lifetime of a token first. What was withdrawn more than a day ago may be forgotten.
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
