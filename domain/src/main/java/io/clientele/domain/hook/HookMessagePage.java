package io.clientele.domain.hook;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of messages, the newest first.
 *
 * @param next the last id of the page, before which the next page begins; null on the last page
 */
public record HookMessagePage(List<HookMessage> messages, @Nullable HookMessageId next) {
  public HookMessagePage {
    messages = List.copyOf(Objects.requireNonNull(messages, "messages"));
  }

  /**
   * Makes a page of messages that were read with one more than the page has.
   *
   * @param limit the size of the page
   */
  public static HookMessagePage of(List<HookMessage> read, int limit) {
    return read.size() <= limit
        ? new HookMessagePage(read, null)
        : new HookMessagePage(read.subList(0, limit), read.get(limit - 1).id());
  }
}
