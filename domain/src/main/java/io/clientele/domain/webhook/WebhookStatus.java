package io.clientele.domain.webhook;

import org.jspecify.annotations.Nullable;

/** Whether a webhook sends, and why it does not. Stored by its name. */
public enum WebhookStatus {
  /** It sends. */
  ACTIVE("active", null),
  /** An administrator paused it. */
  PAUSED("paused", null),
  /** 100 events became dead letters within a day. */
  PAUSED_TOO_MANY_DEAD_LETTERS("paused", "too-many-dead-letters"),
  /** The history of events is not the one that was sent before: the database lost commits. */
  PAUSED_CHAIN_LOST("paused", "chain-lost"),
  /** The endpoint answered 410: it wants no more messages. */
  DISABLED_GONE("disabled", "gone"),
  /** For five days, nothing but failures. */
  DISABLED_FAILING("disabled", "failing");

  private final String text;
  private final @Nullable String reason;

  WebhookStatus(String text, @Nullable String reason) {
    this.text = text;
    this.reason = reason;
  }

  /** {@code active}, {@code paused} or {@code disabled}. */
  public String text() {
    return text;
  }

  /** Why the service stopped the webhook; null if it did not. */
  public @Nullable String reason() {
    return reason;
  }

  /** Whether the service disabled the webhook: it starts again by an administrator only. */
  public boolean isDisabled() {
    return this == DISABLED_GONE || this == DISABLED_FAILING;
  }
}
