package io.clientele.http.webhook.delivery;

import io.clientele.domain.webhook.delivery.WebhookMessage;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Makes the request of a message, signed as the Standard Webhooks specification says. */
final class WebhookRequests {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final String AGENT = "Clientele-Webhooks";

  private WebhookRequests() {}

  static Request.Builder of(HttpUrl url, WebhookMessage message) {
    var body = message.body().getBytes(StandardCharsets.UTF_8);
    var id = message.id().toString();
    var timestamp = message.at().getEpochSecond();
    var signatures =
        message.secrets().stream()
            .map(secret -> secret.sign(id, timestamp, body))
            .collect(Collectors.joining(" "));
    var request =
        new Request.Builder()
            .url(url)
            .post(RequestBody.create(body, JSON))
            .header("User-Agent", AGENT)
            .header("Accept-Encoding", "identity")
            .header("webhook-id", id)
            .header("webhook-timestamp", Long.toString(timestamp))
            .header("webhook-signature", signatures);
    var place = message.place();
    if (place != null) {
      request.header("Clientele-Position", place.position().toString());
      request.header("Clientele-Version", Long.toString(place.version()));
      if (place.isRedelivery()) {
        request.header("Clientele-Redelivery", "true");
      }
    }
    if (message.trace() != null) {
      request.header("traceparent", message.trace());
    }
    return request;
  }
}
