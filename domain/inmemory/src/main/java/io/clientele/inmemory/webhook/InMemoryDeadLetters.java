package io.clientele.inmemory.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeadLetter;
import io.clientele.domain.webhook.delivery.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Dead letters in memory. */
final class InMemoryDeadLetters implements DeadLetters {
  private final WebhookRows rows;

  InMemoryDeadLetters(WebhookRows rows) {
    this.rows = rows;
  }

  @Override
  public void add(DeadLetter letter) {
    synchronized (rows) {
      rows.backing.require();
      if (rows.webhooks.containsKey(letter.webhook())) {
        rows.letters
            .computeIfAbsent(letter.webhook(), id -> new TreeMap<>())
            .putIfAbsent(letter.position(), letter);
      }
    }
  }

  @Override
  public void remove(WebhookId webhook, EventPosition position) {
    synchronized (rows) {
      rows.backing.require();
      of(webhook).remove(position);
    }
  }

  @Override
  public List<DeadLetter> list(WebhookId webhook, @Nullable EventPosition after, int limit) {
    synchronized (rows) {
      rows.backing.require();
      var all = of(webhook);
      var rest = after == null ? all : all.tailMap(after, false);
      return rest.values().stream().limit(limit).toList();
    }
  }

  @Override
  public long count(WebhookId webhook, Instant since) {
    synchronized (rows) {
      rows.backing.require();
      return of(webhook).values().stream()
          .filter(letter -> !letter.since().isBefore(since))
          .count();
    }
  }

  private NavigableMap<EventPosition, DeadLetter> of(WebhookId webhook) {
    return rows.letters.getOrDefault(webhook, new TreeMap<>());
  }
}
