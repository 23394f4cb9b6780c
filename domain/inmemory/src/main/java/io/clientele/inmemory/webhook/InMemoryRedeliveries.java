package io.clientele.inmemory.webhook;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.Redeliveries;
import io.clientele.domain.webhook.delivery.Redelivery;
import io.clientele.domain.webhook.delivery.RedeliveryId;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.webhook.WebhookRows.Replay;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Redeliveries in memory. */
final class InMemoryRedeliveries implements Redeliveries {
  private final WebhookRows rows;

  InMemoryRedeliveries(WebhookRows rows) {
    this.rows = rows;
  }

  @Override
  public Added add(Change<Redelivery> requested) {
    synchronized (rows) {
      rows.backing.require();
      var about = ChangeSubject.named(requested.state().webhook().subject());
      var results = new Results<>(Added.STORED, Added.KEY_IN_USE, Added.KEY_IN_USE);
      return rows.changes.store(requested, about, results, () -> insert(requested.state()));
    }
  }

  @Override
  public Optional<Redelivery> find(WebhookId webhook, RedeliveryId id) {
    synchronized (rows) {
      rows.backing.require();
      return Optional.ofNullable(rows.replays.get(id))
          .filter(replay -> replay.requested.webhook().equals(webhook))
          .map(InMemoryRedeliveries::shown);
    }
  }

  @Override
  public List<Open> open() {
    synchronized (rows) {
      rows.backing.require();
      return rows.replays.values().stream()
          .filter(replay -> !replay.left.isEmpty())
          .map(InMemoryRedeliveries::left)
          .toList();
    }
  }

  @Override
  public void sent(RedeliveryId id, Collection<Sent> events) {
    synchronized (rows) {
      rows.backing.require();
      var replay = rows.replays.get(id);
      if (replay == null) {
        return;
      }
      for (var sent : events) {
        if (replay.left.remove(sent.position()) && !sent.isDelivered()) {
          replay.failed++;
        }
      }
    }
  }

  private Optional<Added> insert(Redelivery requested) {
    var webhook = requested.webhook();
    if (!rows.webhooks.containsKey(webhook)) {
      return Optional.of(Added.NO_SUCH_WEBHOOK);
    }
    if (unfinished(webhook).count() >= OPEN_MAX) {
      return Optional.of(Added.TOO_MANY);
    }
    rows.replays.put(requested.id(), new Replay(requested));
    return Optional.empty();
  }

  private Stream<Replay> unfinished(WebhookId webhook) {
    return rows.replays.values().stream()
        .filter(replay -> replay.requested.webhook().equals(webhook) && !replay.left.isEmpty());
  }

  private static Open left(Replay replay) {
    var of = replay.requested;
    return new Open(of.id(), of.webhook(), replay.left.stream().limit(LEFT_MAX).toList());
  }

  private static Redelivery shown(Replay replay) {
    var of = replay.requested;
    var sent = of.positions().size() - replay.left.size();
    return new Redelivery(
        of.id(), of.webhook(), of.createdAt(), of.positions(), sent, replay.failed);
  }
}
