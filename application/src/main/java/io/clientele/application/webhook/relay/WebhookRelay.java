package io.clientele.application.webhook.relay;

import io.clientele.domain.event.EventFeed;
import io.clientele.domain.webhook.delivery.WebhookSender;
import io.clientele.domain.webhook.lane.RelayId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Delivers events to the webhooks whose lanes this instance holds. To be stepped by one job, at
 * least every 100 milliseconds; a step never waits for an endpoint.
 *
 * <p>{@link #step} throws {@link io.clientele.domain.kernel.PortUnavailable} when a store is away;
 * the next step goes on. {@link #step} and {@link #retire} exclude each other.
 */
public final class WebhookRelay {
  /** Webhooks and leases are read so often: changes are known within a second. */
  private static final Duration REFRESHED_EVERY = Duration.ofMillis(500);

  /** Positions and attempts are stored so often: after a kill so much is sent again. */
  private static final Duration STORED_EVERY = Duration.ofSeconds(1);

  /** So often a step looks for attempts that have ended before it stores. */
  private static final int ROUNDS_MAX = 1_000;

  private final RelayStores stores;
  private final RelayRuntime runtime;
  private final RelayListener listener;
  private final RelayId id;
  private final LaneShare share;
  private final FeedReader reader;
  private final Dispatcher dispatcher;
  private final Journal journal;
  private final Results results;
  private final ReplayReader replays;
  private Instant refreshed = Instant.EPOCH;
  private Instant stored = Instant.EPOCH;
  private boolean isRetired;
  private volatile boolean isChainLost;

  /**
   * Where events come from and go to.
   *
   * @param log which attempts are kept
   */
  public record Route(EventFeed feed, WebhookSender sender, AttemptLog log) {
    public Route {
      Objects.requireNonNull(feed, "feed");
      Objects.requireNonNull(sender, "sender");
      Objects.requireNonNull(log, "log");
    }
  }

  /** A relay that holds no lanes before its first step. */
  public WebhookRelay(
      RelayId id, RelayStores stores, Route route, RelayRuntime runtime, RelayListener listener) {
    Objects.requireNonNull(route, "route");
    this.id = Objects.requireNonNull(id, "id");
    this.stores = Objects.requireNonNull(stores, "stores");
    this.runtime = Objects.requireNonNull(runtime, "runtime");
    this.listener = Objects.requireNonNull(listener, "listener");
    this.share = new LaneShare(stores, id);
    this.reader = new FeedReader(route.feed(), runtime.newestBlock());
    this.dispatcher = new Dispatcher(route.feed(), route.sender(), runtime);
    this.journal = new Journal(stores);
    this.results = new Results(journal, listener, runtime.random(), route.log());
    this.replays = new ReplayReader(route.feed(), stores.redeliveries(), journal);
  }

  /** Takes what has ended, reads what is new, begins what is due, and stores what moved. */
  public synchronized void step() {
    if (isRetired) {
      return;
    }
    settle();
    var now = runtime.clock().instant();
    if (isChainLost) {
      journal.pauseAll(now);
      isChainLost = false;
      refreshed = Instant.EPOCH;
    }
    var wasSafe = share.isSafe(now);
    share.renew(now);
    if (!wasSafe || !refreshed.plus(REFRESHED_EVERY).isAfter(now)) {
      share.refresh(now, () -> journal.storeProgress(share.endpoints()));
      reader.refresh();
      refreshed = now;
    }
    deliver();
    journal.storeFailures(share.endpoints(), runtime.clock().instant());
    if (!stored.plus(STORED_EVERY).isAfter(now)) {
      journal.storeProgress(share.endpoints());
      replays.read(share.endpoints());
      listener.lagging(lag(now), positionsBehind());
      stored = now;
    }
  }

  /** The history of events is not the one that was sent: the next step pauses all webhooks. */
  public void chainLost() {
    isChainLost = true;
    runtime.wake().run();
  }

  /** Stores what is known and gives all lanes back; later steps do nothing. */
  public synchronized void retire() {
    isRetired = true;
    settle();
    journal.storeFailures(share.endpoints(), runtime.clock().instant());
    journal.storeProgress(share.endpoints());
    stores.lanes().retire(id);
  }

  private void deliver() {
    for (var rounds = 0; rounds < ROUNDS_MAX; rounds++) {
      var now = runtime.clock().instant();
      for (var endpoint : share.endpoints()) {
        if (reader.read(endpoint)) {
          runtime.wake().run();
        }
        if (share.isSafe(now)) {
          dispatcher.dispatch(endpoint, now);
        }
      }
      if (!dispatcher.hasEnded()) {
        return;
      }
      settle();
    }
  }

  private void settle() {
    for (var ended = dispatcher.poll(); ended != null; ended = dispatcher.poll()) {
      results.settle(ended, runtime.clock().instant());
    }
  }

  private long positionsBehind() {
    var end = reader.end().value();
    return share.endpoints().stream()
        .flatMap(endpoint -> endpoint.lanes().stream())
        .mapToLong(lane -> Math.max(0, end - lane.settled().value()))
        .max()
        .orElse(0);
  }

  private Duration lag(Instant now) {
    return share.endpoints().stream()
        .flatMap(endpoint -> endpoint.lanes().stream())
        .flatMap(lane -> Stream.ofNullable(lane.first()))
        .map(event -> event.published().at())
        .min(Instant::compareTo)
        .map(at -> Duration.between(at, now))
        .orElse(Duration.ZERO);
  }
}
