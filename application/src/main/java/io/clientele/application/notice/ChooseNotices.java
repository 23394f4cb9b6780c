package io.clientele.application.notice;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticeKind;
import io.clientele.domain.notice.NoticeLanguage;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Changes which notices an operator gets, and their language. */
public final class ChooseNotices {
  private final NoticeChoices choices;
  private final InstantSource clock;

  /** Changes choices in this store. */
  public ChooseNotices(NoticeChoices choices, InstantSource clock) {
    this.choices = Objects.requireNonNull(choices, "choices");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The requested choice, whole. */
  public record Request(Set<NoticeKind> kinds, NoticeLanguage language) {
    public Request {
      Objects.requireNonNull(kinds, "kinds");
      Objects.requireNonNull(language, "language");
      kinds = Set.copyOf(kinds);
    }
  }

  /** The outcomes. Only {@link Done} has stored anything. */
  public sealed interface Outcome {
    /** The operator has the requested choice, changed now or before. */
    public record Done(NoticeChoice choice) implements Outcome {
      public Done {
        Objects.requireNonNull(choice, "choice");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not change this choice, or may not see what a chosen notice is about. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The choice is at another version. */
    record VersionMismatch() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.versionMismatch(this);
      }
    }

    /** Other writers were first at every attempt: try again later. */
    record Overtaken() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.overtaken(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R versionMismatch(VersionMismatch versionMismatch);

      R overtaken(Overtaken overtaken);
    }
  }

  /**
   * Changes the choice of the actor itself. A request that changes nothing succeeds for any
   * expected version. A kind that the actor chose before may stay without its permission.
   *
   * @param expected the versions that the caller expects
   * @param request made of the stored choice; again if another change was first
   */
  public Outcome choose(
      Actor actor, OperatorId id, LongPredicate expected, Function<NoticeChoice, Request> request) {
    return ViewNoticeChoice.isOwn(actor, id)
        ? OptimisticUpdate.run(() -> attempt(actor, id, expected, request), new Outcome.Overtaken())
        : new Outcome.Denied();
  }

  private Optional<Outcome> attempt(
      Actor actor, OperatorId id, LongPredicate expected, Function<NoticeChoice, Request> request) {
    var stored = choices.find(id);
    var asked = request.apply(stored);
    if (!asked.kinds.stream()
        .allMatch(kind -> stored.kinds().contains(kind) || actor.may(kind.permission()))) {
      return Optional.of(new Outcome.Denied());
    }
    var change = stored.choose(asked.kinds, asked.language, actor.acts(clock.instant()));
    if (change.isNone()) {
      return Optional.of(new Outcome.Done(stored));
    }
    if (!expected.test(stored.version())) {
      return Optional.of(new Outcome.VersionMismatch());
    }
    return choices.save(change) == NoticeChoices.Saved.STORED
        ? Optional.of(new Outcome.Done(change.state().at(stored.version() + 1)))
        : Optional.empty();
  }
}
