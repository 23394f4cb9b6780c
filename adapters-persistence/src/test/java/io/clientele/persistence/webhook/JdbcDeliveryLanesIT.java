package io.clientele.persistence.webhook;

import static io.clientele.testkit.webhook.WebhookSamples.NOW;
import static io.clientele.testkit.webhook.WebhookSamples.given;
import static io.clientele.testkit.webhook.WebhookSamples.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.lane.LaneProgress;
import io.clientele.testkit.webhook.DeliveryLanesContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdbcDeliveryLanesIT extends JdbcWebhookFixture implements DeliveryLanesContract {
  @Test
  void oldCheckpointsAreDeletedAndLanesAreNotTouched() {
    given(webhooks().webhooks(), 1, 1, position(1));
    var lanes = webhooks().lanes();
    lanes.renew(ONE, NOW, NOW.plus(LEASE));
    var lease = lanes.claim(ONE, 1, NOW).getFirst().lease();
    var before = version();
    for (var block = 2; block < 252; block++) {
      lanes.advance(List.of(new LaneProgress(lease, position(block))), Map.of());
    }
    assertThat(
            database.work().list("SELECT count(*) FROM webhook_checkpoint", row -> row.getInt(1)))
        .singleElement()
        .satisfies(rows -> assertThat(rows).isLessThan(110));
    assertThat(version()).isEqualTo(before);
    assertThat(lanes.positions(lease.webhook()).orElseThrow().slowest()).isEqualTo(position(251));
  }

  private String version() {
    return database
        .work()
        .list("SELECT ctid::text FROM webhook_lane", row -> row.getString(1))
        .getFirst();
  }
}
