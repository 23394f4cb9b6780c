package io.clientele.application.event;

import io.clientele.domain.event.EventFeed;
import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPermission;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.identity.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a page of the feed. */
public final class ReadEvents {
  private final EventFeed feed;
  private final Duration kept;
  private final InstantSource clock;

  /**
   * Reads this feed.
   *
   * @param kept how long events can be read, such as {@link EventFeed#KEPT}
   */
  public ReadEvents(EventFeed feed, Duration kept, InstantSource clock) {
    this.feed = Objects.requireNonNull(feed, "feed");
    this.kept = Objects.requireNonNull(kept, "kept");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The start of a page. */
  public sealed interface Start {
    /** At the first event that is kept. */
    record Oldest() implements Start {
      @Override
      public <R extends @Nullable Object> R accept(Start.Visitor<R> visitor) {
        return visitor.oldest(this);
      }
    }

    /** After the newest event: the page has only later events. */
    record End() implements Start {
      @Override
      public <R extends @Nullable Object> R accept(Start.Visitor<R> visitor) {
        return visitor.end(this);
      }
    }

    /** After this position. */
    record After(EventPosition position) implements Start {
      public After {
        Objects.requireNonNull(position, "position");
      }

      @Override
      public <R extends @Nullable Object> R accept(Start.Visitor<R> visitor) {
        return visitor.after(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Start.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R oldest(Oldest oldest);

      R end(End end);

      R after(After after);
    }
  }

  /** The outcomes of a read. */
  public sealed interface Outcome {
    /** The page. */
    record Read(EventPage page) implements Outcome {
      public Read {
        Objects.requireNonNull(page, "page");
      }

      @Override
      public <R extends @Nullable Object> R accept(Outcome.Visitor<R> visitor) {
        return visitor.read(this);
      }
    }

    /**
     * Events after the position are no longer kept.
     *
     * @param first the first position that is kept
     */
    record Gone(EventPosition first) implements Outcome {
      public Gone {
        Objects.requireNonNull(first, "first");
      }

      @Override
      public <R extends @Nullable Object> R accept(Outcome.Visitor<R> visitor) {
        return visitor.gone(this);
      }
    }

    /** The position is beyond the end of the chain: it belongs to another history. */
    record Fork() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Outcome.Visitor<R> visitor) {
        return visitor.fork(this);
      }
    }

    /** No account of this id exists for the actor. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Outcome.Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** The actor may not read events. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Outcome.Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Outcome.Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R read(Read read);

      R gone(Gone gone);

      R fork(Fork fork);

      R noSuchAccount(NoSuchAccount noSuchAccount);

      R denied(Denied denied);
    }
  }

  /** Reads events that the actor may see. */
  public Outcome read(Actor actor, Start start, EventFilter filter, int limit, boolean withData) {
    if (!actor.may(EventPermission.VIEW_EVENTS)) {
      return new Outcome.Denied();
    }
    var visible = EventAccess.visible(actor, filter);
    if (visible == null) {
      return new Outcome.NoSuchAccount();
    }
    if (start instanceof Start.End) {
      return new Outcome.Read(feed.read(feed.end(), visible, limit, withData));
    }
    var first = feed.first(clock.instant().minus(kept));
    if (start instanceof Start.After asked) {
      var after = asked.position();
      if (after.compareTo(feed.end()) > 0) {
        return new Outcome.Fork();
      }
      return after.block() < first.block() - 1
          ? new Outcome.Gone(first)
          : new Outcome.Read(feed.read(after, visible, limit, withData));
    }
    var before = new EventPosition(first.value() - 1);
    return new Outcome.Read(feed.read(before, visible, limit, withData));
  }
}
