package io.clientele.inmemory.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.Webhooks;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Webhooks in memory. */
final class InMemoryWebhooks implements Webhooks {
  private final WebhookRows rows;

  InMemoryWebhooks(WebhookRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Webhook> find(WebhookId id) {
    synchronized (rows) {
      rows.backing.require();
      return Optional.ofNullable(rows.webhooks.get(id));
    }
  }

  @Override
  public List<Webhook> all() {
    synchronized (rows) {
      rows.backing.require();
      return List.copyOf(rows.webhooks.values());
    }
  }

  @Override
  public Added add(Change<Webhook> created, EventPosition after) {
    synchronized (rows) {
      return store(created, Added.STORED, () -> insert(created.state(), after));
    }
  }

  @Override
  public Saved save(Change<Webhook> changed, @Nullable EventPosition after) {
    synchronized (rows) {
      return store(changed, Saved.STORED, () -> update(changed.state(), after));
    }
  }

  @Override
  public Saved remove(Change<Webhook> removal) {
    synchronized (rows) {
      var state = removal.state();
      return store(
          removal,
          Saved.STORED,
          () -> {
            if (isStale(state)) {
              return Optional.of(Saved.STALE);
            }
            rows.remove(state.id());
            return Optional.empty();
          });
    }
  }

  @Override
  public void failing(WebhookId id, @Nullable Instant since) {
    synchronized (rows) {
      rows.backing.require();
      rows.webhooks.computeIfPresent(id, (same, webhook) -> since(webhook, since));
    }
  }

  private Optional<Added> insert(Webhook state, EventPosition after) {
    if (rows.webhooks.size() >= Webhook.WEBHOOKS_MAX) {
      return Optional.of(Added.LIMIT_REACHED);
    }
    rows.webhooks.put(state.id(), state.at(1));
    rows.lanes.put(
        state.id(),
        IntStream.range(0, state.lanes())
            .mapToObj(number -> new WebhookRows.Lane(state.id(), number, after))
            .toList());
    return Optional.empty();
  }

  private Optional<Saved> update(Webhook state, @Nullable EventPosition after) {
    if (isStale(state)) {
      return Optional.of(Saved.STALE);
    }
    var before = Objects.requireNonNull(rows.webhooks.get(state.id()));
    var isStarted = state.isActive() && !before.isActive();
    rows.webhooks.put(
        state.id(), since(state.at(state.version() + 1), isStarted ? null : before.failingSince()));
    if (isStarted) {
      rows.health.computeIfPresent(state.id(), (same, health) -> health.restarted());
    }
    if (after != null) {
      Objects.requireNonNull(rows.lanes.get(state.id())).forEach(lane -> lane.rewind(after));
    }
    return Optional.empty();
  }

  private boolean isStale(Webhook state) {
    var before = rows.webhooks.get(state.id());
    return before == null || before.version() != state.version();
  }

  private <R> R store(Change<Webhook> change, R stored, Supplier<Optional<R>> write) {
    rows.backing.require();
    var state = change.state();
    var about = ChangeSubject.named(state.id().subject()).at(state.version() + 1);
    return rows.changes.store(change, about, Results.withoutKey(stored), write);
  }

  private static Webhook since(Webhook of, @Nullable Instant since) {
    return new Webhook(
        of.id(),
        of.profile(),
        of.lanes(),
        of.status(),
        of.secrets(),
        of.createdAt(),
        of.activeSince(),
        since,
        of.version());
  }
}
