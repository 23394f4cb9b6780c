package io.clientele.persistence.webhook;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.change.JdbcIdempotencyStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.StoredEvents;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.webhook.WebhookPorts;
import io.clientele.testkit.webhook.WebhooksUnderTest;
import java.util.List;

/** The webhook ports on PostgreSQL. */
abstract class JdbcWebhookFixture implements WebhooksUnderTest {
  final Database database = TestPostgres.V18.emptied();
  private final WebhookPorts ports = of(database);

  @Override
  public WebhookPorts webhooks() {
    return ports;
  }

  @Override
  public WebhookPorts webhooksAway() {
    return of(TestPostgres.away());
  }

  @Override
  public void erase(AccountId account) {
    TestPostgres.forget(database, account);
  }

  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  public List<PublishedEvent> published() {
    return StoredEvents.of(database);
  }

  public IdempotencyStore responses() {
    return new JdbcIdempotencyStore(database);
  }

  private static WebhookPorts of(Database database) {
    return new WebhookPorts(
        new JdbcWebhooks(database, TestPostgres.CHANGES),
        new JdbcDeliveryLanes(database),
        new JdbcDeadLetters(database),
        new JdbcDeliveryAttempts(database, TestPostgres.CHANGES.subjectKeys()),
        new JdbcRedeliveries(database, TestPostgres.CHANGES));
  }
}
