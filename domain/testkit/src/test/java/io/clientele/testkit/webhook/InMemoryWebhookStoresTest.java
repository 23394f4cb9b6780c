package io.clientele.testkit.webhook;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.webhook.InMemoryWebhookStores;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import org.junit.jupiter.api.Nested;

class InMemoryWebhookStoresTest {
  private static class Stores implements WebhooksUnderTest {
    final InMemoryChangeStore changes = new InMemoryChangeStore();
    private final InMemoryWebhookStores stores = new InMemoryWebhookStores(changes);

    @Override
    public WebhookPorts webhooks() {
      return InMemoryWebhookPorts.of(stores);
    }

    @Override
    public WebhookPorts webhooksAway() {
      var away = new InMemoryWebhookStores(new InMemoryChangeStore());
      away.startOutage();
      return InMemoryWebhookPorts.of(away);
    }

    @Override
    public void erase(AccountId account) {
      changes.erase(account, new Sample(9).act());
    }

    public List<AuditEntry> audit() {
      return changes.entries();
    }

    public List<PublishedEvent> published() {
      return changes.published();
    }

    public IdempotencyStore responses() {
      return changes.responses();
    }
  }

  @Nested
  class OfWebhooks extends Stores implements WebhooksContract {}

  @Nested
  class OfLanes extends Stores implements DeliveryLanesContract {}

  @Nested
  class OfRecords extends Stores implements DeliveryRecordsContract {}

  @Nested
  class OfRedeliveries extends Stores implements RedeliveriesContract {}
}
