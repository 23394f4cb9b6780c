package io.clientele.http.hook.signature;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.SignatureVerifier;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookVerifier;
import io.clientele.domain.webhook.WebhookVerifier.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies messages as the Standard Webhooks specification says. */
record StandardWebhooksSignature(String name, WebhookSecret secret) implements SignatureVerifier {
  private static final String ID = "webhook-id";
  private static final String TIMESTAMP = "webhook-timestamp";
  private static final String SIGNATURE = "webhook-signature";

  StandardWebhooksSignature(String name, String secret) {
    this(name, new WebhookSecret(secret));
  }

  @Override
  public Set<String> headers() {
    return Set.of(ID, TIMESTAMP, SIGNATURE);
  }

  @Override
  public Optional<String> verify(HookContent content, Instant now) {
    var id = content.header(ID);
    var result =
        new WebhookVerifier(List.of(secret), InstantSource.fixed(now))
            .verify(id, content.header(TIMESTAMP), content.header(SIGNATURE), content.body());
    return result == Result.VALID ? ExternalIds.of(id) : Optional.empty();
  }
}
