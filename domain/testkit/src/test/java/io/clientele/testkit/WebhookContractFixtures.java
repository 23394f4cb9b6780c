package io.clientele.testkit;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.webhook.InMemoryWebhookStores;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.webhook.DeliveryLanesContract;
import io.clientele.testkit.webhook.DeliveryRecordsContract;
import io.clientele.testkit.webhook.InMemoryWebhookPorts;
import io.clientele.testkit.webhook.RedeliveriesContract;
import io.clientele.testkit.webhook.WebhookPorts;
import io.clientele.testkit.webhook.WebhooksContract;
import io.clientele.testkit.webhook.WebhooksUnderTest;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The contracts of webhooks on stores that {@link ContractsBiteTest} breaks; nested, so it alone
 * runs them.
 */
final class WebhookContractFixtures {
  static UnaryOperator<WebhookPorts> breaking = right -> right;

  private WebhookContractFixtures() {}

  static class Stores implements WebhooksUnderTest {
    private final InMemoryChangeStore changes = new InMemoryChangeStore();
    private final WebhookPorts ports =
        breaking.apply(InMemoryWebhookPorts.of(new InMemoryWebhookStores(changes)));

    @Override
    public WebhookPorts webhooks() {
      return ports;
    }

    @Override
    public WebhookPorts webhooksAway() {
      var away = new InMemoryWebhookStores(new InMemoryChangeStore());
      away.startOutage();
      return breaking.apply(InMemoryWebhookPorts.of(away));
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

  static final class OfWebhooks extends Stores implements WebhooksContract {}

  static final class OfLanes extends Stores implements DeliveryLanesContract {}

  static final class OfRecords extends Stores implements DeliveryRecordsContract {}

  static final class OfRedeliveries extends Stores implements RedeliveriesContract {}
}
