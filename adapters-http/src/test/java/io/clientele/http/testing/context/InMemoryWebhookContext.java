package io.clientele.http.testing.context;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.application.webhook.ChangeWebhook;
import io.clientele.application.webhook.CreateWebhook;
import io.clientele.application.webhook.ListDeadLetters;
import io.clientele.application.webhook.ListDeliveryAttempts;
import io.clientele.application.webhook.ListWebhooks;
import io.clientele.application.webhook.RedeliverEvents;
import io.clientele.application.webhook.RemoveWebhook;
import io.clientele.application.webhook.RotateWebhookSecret;
import io.clientele.application.webhook.StartPositions;
import io.clientele.application.webhook.TestWebhook;
import io.clientele.application.webhook.ViewRedelivery;
import io.clientele.application.webhook.ViewWebhook;
import io.clientele.application.webhook.WebhookProgressReader;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.webhook.WebhookRules;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.domain.webhook.delivery.WebhookMessage;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.webhook.RedeliveryRoutes;
import io.clientele.http.webhook.WebhookDeliveryRoutes;
import io.clientele.http.webhook.WebhookRoutes;
import io.clientele.http.webhook.delivery.EndpointPolicy;
import io.clientele.http.webhook.delivery.OwnEndpoints;
import io.clientele.inmemory.webhook.InMemoryWebhookStores;
import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The webhooks of a service in memory. Each name is 127.0.0.1, and each message is answered 204.
 */
public final class InMemoryWebhookContext implements InMemoryContext {
  private final InMemoryWebhookStores stores;
  private final InMemoryParts parts;
  private final List<WebhookMessage> sent = new CopyOnWriteArrayList<>();

  InMemoryWebhookContext(InMemoryParts parts) {
    this.parts = parts;
    stores = new InMemoryWebhookStores(parts.changes());
  }

  /** The stores of webhooks. */
  public InMemoryWebhookStores stores() {
    return stores;
  }

  /** The messages that were sent. */
  public List<WebhookMessage> sent() {
    return sent;
  }

  @Override
  public List<RouteGroup> routes() {
    var clock = parts.clock();
    var random = new Random(13);
    var webhooks = stores.webhooks();
    var feed = parts.context(InMemoryEventContext.class).feed();
    var positions = new StartPositions(feed, EventFeed.KEPT, clock);
    var progress = new WebhookProgressReader(feed, stores.lanes(), stores.deadLetters(), clock);
    var guard = new IdempotencyGuard<>(parts.changes().responses(), RedeliverEvents.EARLIER);
    var source = new RedeliverEvents.Source(at -> RedeliveryId.of(at, random), clock, guard);
    return List.of(
        new WebhookRoutes(
            new CreateWebhook(webhooks, positions, rules(), random, clock),
            new ListWebhooks(webhooks, progress),
            new ViewWebhook(webhooks, progress),
            new ChangeWebhook(webhooks, stores.lanes(), positions, rules(), clock),
            new RemoveWebhook(webhooks, clock)),
        new WebhookDeliveryRoutes(
            new RotateWebhookSecret(webhooks, random, clock),
            new TestWebhook(webhooks, this::send, stores.attempts(), random, clock),
            new ListDeliveryAttempts(webhooks, stores.attempts()),
            new ListDeadLetters(webhooks, stores.deadLetters())),
        new RedeliveryRoutes(
            new RedeliverEvents(
                webhooks, stores.redeliveries(), stores.deadLetters(), feed, source),
            new ViewRedelivery(stores.redeliveries())));
  }

  @Override
  public void startOutage() {
    stores.startOutage();
  }

  @Override
  public void endOutage() {
    stores.endOutage();
  }

  private static WebhookRules rules() {
    var local = List.of(CidrBlock.parse("127.0.0.0/8"));
    var urls =
        new EndpointPolicy(
            local, OwnEndpoints.NONE, host -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    return new WebhookRules(
        List.of(PublishedTypes.of("account.opened", "account.closed", "key.issued")), urls);
  }

  private DeliveryResult send(WebhookMessage message) {
    sent.add(message);
    return new DeliveryResult(new DeliveryOutcome.Delivered(204), 3, "thanks");
  }
}
