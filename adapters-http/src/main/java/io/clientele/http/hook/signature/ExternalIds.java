package io.clientele.http.hook.signature;

import io.clientele.domain.hook.HookMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the ids that senders give to their messages. */
final class ExternalIds {
  private ExternalIds() {}

  /** The id; empty if it is absent, too long, or has other characters than visible ASCII. */
  static Optional<String> of(@Nullable String text) {
    return Optional.ofNullable(text)
        .filter(id -> !id.isEmpty() && id.length() <= HookMessage.EXTERNAL_ID_MAX)
        .filter(id -> id.chars().allMatch(c -> c > ' ' && c < 0x7f));
  }
}
