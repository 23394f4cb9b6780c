package io.clientele.persistence.webhook;

import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.Redeliveries.Sent;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.webhook.RedeliveriesContract;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JdbcRedeliveriesIT extends JdbcWebhookFixture implements RedeliveriesContract {
  @Test
  void onlyOldOnesThatAreDoneAreDeleted() {
    var redeliveries = new JdbcRedeliveries(database, TestPostgres.CHANGES);
    var webhook = given(webhooks().webhooks(), 1).id();
    var done = RedeliveryId.of(NOW, new Random(1));
    var open = RedeliveryId.of(NOW, new Random(2));
    for (var id : List.of(done, open)) {
      redeliveries.add(
          Redelivery.request(id, webhook, List.of(position(2)), new Sample(1).act(NOW)));
    }
    redeliveries.sent(done, List.of(new Sent(position(2), true)));
    assertThat(redeliveries.delete(NOW)).isZero();
    assertThat(redeliveries.delete(NOW.plusSeconds(1))).isEqualTo(1);
    assertThat(redeliveries.find(webhook, done)).isEmpty();
    assertThat(redeliveries.find(webhook, open)).isPresent();
  }
}
