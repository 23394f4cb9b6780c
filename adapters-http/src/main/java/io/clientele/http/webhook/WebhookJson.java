package io.clientele.http.webhook;

import io.clientele.application.webhook.WebhookView;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.http.exchange.Rfc3339;
import java.time.Instant;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes webhooks. */
final class WebhookJson {
  private WebhookJson() {}

  static void write(JsonGenerator json, WebhookView view) {
    write(json, view, null);
  }

  /**
   * Writes a webhook.
   *
   * @param secret to show, this once; null later
   */
  static void write(JsonGenerator json, WebhookView view, @Nullable String secret) {
    var webhook = view.webhook();
    var profile = webhook.profile();
    json.writeStartObject();
    json.writeStringProperty("id", webhook.id().toString());
    json.writeStringProperty("name", profile.name());
    json.writeStringProperty("url", view.url());
    json.writeArrayPropertyStart("types");
    new TreeSet<>(profile.filter().types()).forEach(json::writeString);
    json.writeEndArray();
    json.writeStringProperty("payload", name(profile.payload()));
    json.writeNumberProperty("lanes", webhook.lanes());
    if (profile.filter().account() != null) {
      json.writeStringProperty("accountId", profile.filter().account().toString());
    }
    json.writeStringProperty("status", webhook.status().text());
    if (webhook.status().reason() != null) {
      json.writeStringProperty("reason", webhook.status().reason());
    }
    write(json, "createdAt", webhook.createdAt());
    write(json, "previousSecretUntil", webhook.secrets().previousUntil());
    var progress = view.progress();
    json.writeNumberProperty("lag", progress.lag().toMillis() / 1e3);
    write(json, "oldestUndelivered", progress.oldestUndelivered());
    write(json, "lastSuccessAt", progress.lastSuccess());
    write(json, "failingSince", webhook.failingSince());
    json.writeNumberProperty("deadLetters", progress.deadLetters());
    if (secret != null) {
      json.writeStringProperty("secret", secret);
    }
    json.writeEndObject();
  }

  static void write(JsonGenerator json, String name, @Nullable Instant at) {
    if (at != null) {
      json.writeStringProperty(name, Rfc3339.write(at));
    }
  }

  static String name(Payload payload) {
    return payload.name().toLowerCase(Locale.ROOT);
  }
}
