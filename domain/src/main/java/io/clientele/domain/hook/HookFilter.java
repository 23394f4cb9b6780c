package io.clientele.domain.hook;

import org.jspecify.annotations.Nullable;

/**
 * Selects received messages.
 *
 * @param source null for all sources
 * @param status null for both
 */
public record HookFilter(@Nullable HookSource source, HookMessage.@Nullable Status status) {
  /** All messages. */
  public static final HookFilter ALL = new HookFilter(null, null);

  /** Whether a message is selected. */
  public boolean selects(HookMessage message) {
    return (source == null || source.equals(message.source()))
        && (status == null || status == message.status());
  }
}
