package io.clientele.persistence.webhook;

import static io.clientele.testkit.webhook.WebhookSamples.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.webhook.DeliveryRecordsContract;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JdbcDeliveryRecordsIT extends JdbcWebhookFixture implements DeliveryRecordsContract {
  private static final String PARTS =
      "SELECT relname::text FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid"
          + " WHERE inhparent = 'webhook_attempt'::regclass ORDER BY 1";

  @Test
  void noAnswerIsReadableInTheTable() {
    append(Instant.now());
    var stored = database.work().list("SELECT answer FROM webhook_attempt", row -> row.getBytes(1));
    assertThat(new String(stored.getFirst(), StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
  }

  @Test
  void eachDayHasAPartForSixtyDays() {
    assertThat(database.work().list(PARTS, row -> row.getString(1)))
        .hasSizeGreaterThanOrEqualTo(62)
        .contains("webhook_attempt_elsewhen");
  }

  @Test
  void daysThatEndedAWeekAgoAreDroppedWithTheirAttempts() {
    var own = TestPostgres.V18.migrated();
    TestPostgres.tamper(
        own,
        "CREATE TABLE webhook_attempt_2021_01_30 PARTITION OF webhook_attempt"
            + " FOR VALUES FROM ('2021-01-30T00:00Z') TO ('2021-01-31T00:00Z')",
        "CREATE TABLE webhook_attempt_2021_01_31 PARTITION OF webhook_attempt"
            + " FOR VALUES FROM ('2021-01-31T00:00Z') TO ('2021-02-01T00:00Z')");
    var attempts = new JdbcDeliveryAttempts(own, TestPostgres.CHANGES.subjectKeys());
    assertThat(attempts.drop(Instant.parse("2021-01-31T23:59:59Z"))).isEqualTo(1);
    assertThat(own.work().list(PARTS, row -> row.getString(1)))
        .contains("webhook_attempt_2021_01_31")
        .doesNotContain("webhook_attempt_2021_01_30");
    assertThat(attempts.drop(Instant.now().minus(Duration.ofDays(7)))).isEqualTo(1);
    own.close();
  }

  private void append(Instant at) {
    var id = given(webhooks().webhooks(), 1).id();
    var result = new DeliveryResult(new DeliveryOutcome.Delivered(200), 5, "Ada Lovelace");
    webhooks()
        .attempts()
        .append(List.of(new DeliveryAttempt(id, at, new UUID(1, 1), null, null, 1, result)));
  }
}
