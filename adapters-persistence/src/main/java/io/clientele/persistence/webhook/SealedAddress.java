package io.clientele.persistence.webhook;

import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookSecrets;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.persistence.crypto.AesGcm;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** The URL and the secrets of a webhook, which are sealed as one text of two or three lines. */
record SealedAddress(WebhookUrl url, WebhookSecret current, @Nullable WebhookSecret previous) {
  private static final String SEPARATOR = "\n";

  static byte[] seal(SecretKey key, UUID id, WebhookUrl url, WebhookSecrets secrets) {
    var previous = secrets.previous();
    var text =
        url.value()
            + SEPARATOR
            + secrets.current().value()
            + (previous == null ? "" : SEPARATOR + previous.value());
    return AesGcm.sealed(key, id, text.getBytes(StandardCharsets.UTF_8));
  }

  static SealedAddress open(SecretKey key, UUID id, byte[] sealed) {
    var text =
        AesGcm.opened(key, id, sealed)
            .orElseThrow(() -> new IllegalStateException("webhook " + id + " is not as stored"));
    var lines = new String(text, StandardCharsets.UTF_8).split(SEPARATOR, -1);
    return new SealedAddress(
        new WebhookUrl(lines[0]),
        new WebhookSecret(lines[1]),
        lines.length > 2 ? new WebhookSecret(lines[2]) : null);
  }

  WebhookSecrets secrets(@Nullable Instant previousUntil) {
    return new WebhookSecrets(current, previous, previousUntil);
  }
}
