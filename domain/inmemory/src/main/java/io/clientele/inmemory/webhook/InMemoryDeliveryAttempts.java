package io.clientele.inmemory.webhook;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryAttempts;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts in memory. */
final class InMemoryDeliveryAttempts implements DeliveryAttempts {
  private static final Comparator<Place> OLDEST_FIRST =
      Comparator.comparing(Place::at).thenComparing(Place::eventId, Uuid7::compare);

  private final WebhookRows rows;

  InMemoryDeliveryAttempts(WebhookRows rows) {
    this.rows = rows;
  }

  @Override
  public void append(Collection<DeliveryAttempt> attempts) {
    synchronized (rows) {
      rows.backing.require();
      attempts.stream()
          .filter(attempt -> rows.webhooks.containsKey(attempt.webhook()))
          .map(attempt -> isErased(attempt.account()) ? withoutAnswer(attempt) : attempt)
          .forEach(rows.attempts::add);
    }
  }

  @Override
  public List<DeliveryAttempt> list(WebhookId webhook, @Nullable Place before, int limit) {
    synchronized (rows) {
      rows.backing.require();
      return rows.attempts.stream()
          .filter(attempt -> attempt.webhook().equals(webhook))
          .filter(of -> before == null || OLDEST_FIRST.compare(Place.of(of), before) < 0)
          .sorted(Comparator.comparing(Place::of, OLDEST_FIRST.reversed()))
          .limit(limit)
          .map(attempt -> isErased(attempt.account()) ? withoutAnswer(attempt) : attempt)
          .toList();
    }
  }

  private boolean isErased(@Nullable AccountId account) {
    return account != null && rows.erased.contains(account);
  }

  private static DeliveryAttempt withoutAnswer(DeliveryAttempt of) {
    var result = new DeliveryResult(of.result().outcome(), of.result().millis(), null);
    return new DeliveryAttempt(
        of.webhook(), of.at(), of.eventId(), of.position(), of.account(), of.number(), result);
  }
}
