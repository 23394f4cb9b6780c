package io.clientele.inmemory.event;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventData;
import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feed in memory, for tests and demos. Events are appended when their change is committed, and
 * {@link #chain} assigns their positions.
 */
public final class InMemoryEventFeed implements EventFeed {
  private final OutageSwitch backing = new OutageSwitch("events");
  private final Random random = new Random(1);
  private final List<Stored> pending = new ArrayList<>();
  private final List<List<Stored>> blocks = new ArrayList<>();
  private final Set<AccountId> erased = new HashSet<>();

  private record Stored(UUID id, PublishedEvent event) {}

  /** Creates an empty feed. */
  public InMemoryEventFeed() {}

  /** Appends an event of a committed change, and returns its id. */
  public synchronized UUID append(PublishedEvent event) {
    backing.require();
    var id = Uuid7.of(event.at(), random);
    pending.add(new Stored(id, event));
    return id;
  }

  /** Assigns positions to all appended events, as one block. */
  public synchronized void chain() {
    backing.require();
    if (!pending.isEmpty()) {
      blocks.add(List.copyOf(pending));
      pending.clear();
    }
  }

  /** Makes the states of this account unreadable. */
  public synchronized void forget(AccountId account) {
    erased.add(account);
  }

  @Override
  public synchronized EventPosition end() {
    backing.require();
    return blocks.isEmpty()
        ? EventPosition.START
        : EventPosition.of(blocks.size(), blocks.get(blocks.size() - 1).size() - 1);
  }

  @Override
  public synchronized EventPosition first(Instant since) {
    backing.require();
    var number = 1;
    for (var block : blocks) {
      if (block.stream().anyMatch(stored -> !stored.event().at().isBefore(since))) {
        break;
      }
      number++;
    }
    return EventPosition.of(number, 0);
  }

  @Override
  public synchronized EventPage read(
      EventPosition after, EventFilter filter, int limit, boolean withData) {
    backing.require();
    var events = new ArrayList<Event>();
    var next = after;
    var looked = 0;
    for (var number = Math.max(1, after.block());
        number <= blocks.size() && looked < LOOKED_THROUGH_MAX;
        number++) {
      var block = blocks.get((int) number - 1);
      for (var ordinal = 0; ordinal < block.size(); ordinal++) {
        var event = event(EventPosition.of(number, ordinal), block.get(ordinal), withData);
        if (event.position().compareTo(after) <= 0) {
          continue;
        }
        next = event.position();
        var about = event.published().about();
        if (filter.selects(event.published().type(), about.account())) {
          events.add(event);
        }
        if (events.size() == limit) {
          return new EventPage(events, next);
        }
      }
      looked += block.size();
    }
    return new EventPage(events, next);
  }

  @Override
  public synchronized Optional<Event> find(UUID id, boolean withData) {
    backing.require();
    for (var number = 1; number <= blocks.size(); number++) {
      var block = blocks.get(number - 1);
      for (var ordinal = 0; ordinal < block.size(); ordinal++) {
        if (block.get(ordinal).id().equals(id)) {
          var position = EventPosition.of(number, ordinal);
          return Optional.of(event(position, block.get(ordinal), withData));
        }
      }
    }
    return Optional.empty();
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }

  private Event event(EventPosition position, Stored stored, boolean withData) {
    var event = stored.event();
    var thin =
        new PublishedEvent(
            event.type(), event.at(), event.about().with(null), event.changed(), event.trace());
    return new Event(position, stored.id(), thin, withData ? data(event) : null);
  }

  private @Nullable EventData data(PublishedEvent event) {
    var about = event.about();
    if (about.account() == null || about.name() != null) {
      return null;
    }
    if (erased.contains(about.account())) {
      return new EventData.Erased();
    }
    return about.data() == null
        ? new EventData.TooLarge()
        : new EventData.Present(Objects.requireNonNull(about.data()));
  }
}
