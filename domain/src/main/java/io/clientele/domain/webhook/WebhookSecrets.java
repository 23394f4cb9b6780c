package io.clientele.domain.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that sign the messages of a webhook. After a rotation the previous one signs too,
 * until its grace ends.
 *
 * @param previous null if there is none
 * @param previousUntil the end of the grace; null without a previous secret
 */
public record WebhookSecrets(
    WebhookSecret current, @Nullable WebhookSecret previous, @Nullable Instant previousUntil) {
  public WebhookSecrets {
    Objects.requireNonNull(current, "current");
    if ((previous == null) != (previousUntil == null)) {
      throw new IllegalArgumentException("a previous secret has an end");
    }
  }

  /** Returns the secrets of a new webhook. */
  public static WebhookSecrets of(WebhookSecret secret) {
    return new WebhookSecrets(secret, null, null);
  }

  /** Replaces the current secret; an earlier grace ends at once. */
  WebhookSecrets rotated(WebhookSecret next, Instant until) {
    return new WebhookSecrets(next, current, until);
  }

  /** The secrets that sign now: the current one first. */
  public List<WebhookSecret> signing(Instant now) {
    return previous != null && previousUntil != null && now.isBefore(previousUntil)
        ? List.of(current, previous)
        : List.of(current);
  }
}
