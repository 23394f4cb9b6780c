package io.clientele.application.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a webhook has come, at most some seconds ago.
 *
 * @param lag for how long the oldest undelivered event has waited; zero if there is none
 * @param oldestUndelivered when that event happened; null if there is none
 * @param lastSuccess the last delivery that succeeded; null if there was none
 * @param deadLetters how many events are set aside
 */
public record WebhookProgress(
    Duration lag,
    @Nullable Instant oldestUndelivered,
    @Nullable Instant lastSuccess,
    long deadLetters) {
  public WebhookProgress {
    Objects.requireNonNull(lag, "lag");
  }
}
