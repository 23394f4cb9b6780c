package io.clientele.persistence.webhook;

import static io.clientele.testkit.webhook.WebhookSamples.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.clientele.testkit.webhook.WebhooksContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JdbcWebhooksIT extends JdbcWebhookFixture implements WebhooksContract {
  @Test
  void neitherTheUrlNorTheSecretIsReadableInTheTable() {
    var webhook = given(webhooks().webhooks(), 1);
    var row = database.work().list("SELECT sealed FROM webhook", set -> set.getBytes(1)).getFirst();
    assertThat(new String(row, StandardCharsets.ISO_8859_1))
        .doesNotContain("hooks.example.com")
        .doesNotContain(webhook.secrets().current().value().substring(10));
  }

  @Test
  void aSealedUrlOpensForItsWebhookOnly() {
    var first = given(webhooks().webhooks(), 1);
    var second = given(webhooks().webhooks(), 2);
    database
        .work()
        .update(
            "UPDATE webhook SET sealed = (SELECT sealed FROM webhook WHERE id = ?) WHERE id = ?",
            first.id().value(),
            second.id().value());
    assertThatIllegalStateException().isThrownBy(() -> webhooks().webhooks().find(second.id()));
  }
}
