package io.clientele.application.identity.preference;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.preference.PreferenceChoice;
import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.identity.preference.Preferences;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes the preferences of an operator. */
public final class ChoosePreferences {
  private final PreferenceStore preferences;
  private final InstantSource clock;

  /** Changes preferences in this store. */
  public ChoosePreferences(PreferenceStore preferences, InstantSource clock) {
    this.preferences = Objects.requireNonNull(preferences, "preferences");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The outcomes. Only {@link Done} has stored anything. */
  public sealed interface Outcome {
    /** The operator has the requested preferences, changed now or before. */
    public record Done(Preferences preferences) implements Outcome {
      public Done {
        Objects.requireNonNull(preferences, "preferences");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not choose these preferences. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The preferences are at another version. */
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
   * Changes the preferences of the actor itself. A request that changes nothing succeeds for any
   * expected version.
   *
   * @param expected the versions that the caller expects
   * @param request makes the new choice of the stored one; again if another change was first
   */
  public Outcome choose(
      Actor actor, OperatorId id, LongPredicate expected, UnaryOperator<PreferenceChoice> request) {
    return ViewPreferences.isOwn(actor, id)
        ? OptimisticUpdate.run(() -> attempt(actor, id, expected, request), new Outcome.Overtaken())
        : new Outcome.Denied();
  }

  private Optional<Outcome> attempt(
      Actor actor, OperatorId id, LongPredicate expected, UnaryOperator<PreferenceChoice> request) {
    var stored = preferences.find(id);
    var change = stored.choose(request.apply(stored.choice()), actor.acts(clock.instant()));
    if (change.isNone()) {
      return Optional.of(new Outcome.Done(stored));
    }
    if (!expected.test(stored.version())) {
      return Optional.of(new Outcome.VersionMismatch());
    }
    return preferences.save(change) == PreferenceStore.Saved.STORED
        ? Optional.of(new Outcome.Done(change.state().at(stored.version() + 1)))
        : Optional.empty();
  }
}
