package io.clientele.application.hook;

import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookPermission;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.identity.Actor;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Has a received message handled again. */
public final class ReplayHookMessage {
  private final Inbox inbox;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** Replays messages of this inbox. */
  public ReplayHookMessage(Inbox inbox, InstantSource clock, RandomGenerator random) {
    this.inbox = Objects.requireNonNull(inbox, "inbox");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The message waits to be handled. */
    record Accepted() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.accepted(this);
      }
    }

    /** The actor may not replay messages. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no message of this id, or it is no longer kept. */
    record NoSuchMessage() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchMessage(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R accepted(Accepted accepted);

      R denied(Denied denied);

      R noSuchMessage(NoSuchMessage noSuchMessage);
    }
  }

  /** Has a message handled again, unless it waits to be handled anyway. */
  public Outcome replay(Actor actor, HookMessageId id) {
    if (!actor.may(HookPermission.REPLAY_HOOK_MESSAGES)) {
      return new Outcome.Denied();
    }
    var by = actor.acts(clock.instant());
    var handling = HookTasks.handling(id, by.at(), random);
    return inbox.replay(id, handling, by) == Inbox.Replayed.NO_SUCH_MESSAGE
        ? new Outcome.NoSuchMessage()
        : new Outcome.Accepted();
  }
}
