package io.clientele.http.webhook.delivery;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Messages for the tests of the sender. */
final class WebhookMessages {
  static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
  static final String BODY = "{\"type\":\"account.opened\",\"name\":\"Łukasz\"}";

  private WebhookMessages() {}

  static WebhookMessage to(String url) {
    return to(url, List.of(SECRET), new WebhookMessage.Place(EventPosition.of(7, 3), 12, false));
  }

  static WebhookMessage to(String url, List<WebhookSecret> secrets, WebhookMessage.Place place) {
    var id = UUID.fromString("0199f3b2-7c00-7000-8000-000000000001");
    return new WebhookMessage(new WebhookUrl(url), secrets, id, AT, place, BODY, null);
  }
}
