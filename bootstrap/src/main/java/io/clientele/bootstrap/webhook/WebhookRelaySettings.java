package io.clientele.bootstrap.webhook;

import io.clientele.application.webhook.relay.AttemptLog;
import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.InvalidSetting;

/** The settings of the relay of webhooks. */
final class WebhookRelaySettings {
  static final ContextSetting<AttemptLog> LOG =
      ContextSetting.of(
          "WEBHOOK_LOG",
          "all",
          "Which attempts at webhooks are kept for a week: `all`, or `failures`",
          WebhookRelaySettings::log);

  private WebhookRelaySettings() {}

  private static AttemptLog log(String text) {
    return switch (text) {
      case "all" -> AttemptLog.ALL;
      case "failures" -> AttemptLog.FAILURES;
      default -> throw new InvalidSetting("must be all or failures");
    };
  }
}
