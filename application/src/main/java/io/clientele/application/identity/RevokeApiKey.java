package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.apikey.ApiKeys;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Revokes an API key permanently. */
public final class RevokeApiKey {
  private final ApiKeys keys;
  private final InstantSource clock;

  /** Revokes keys of this store. */
  public RevokeApiKey(ApiKeys keys, InstantSource clock) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Revokes the key; a revoked key counts as absent. */
  public Outcome revoke(Actor actor, ApiKeyId id) {
    if (!actor.may(IdentityPermission.CHANGE_OPERATORS)) {
      return new Outcome.Denied();
    }
    return switch (keys.revoke(id, actor.acts(clock.instant()))) {
      case REVOKED -> new Outcome.Done();
      case NO_SUCH_KEY -> new Outcome.NoSuchKey();
    };
  }

  /** The outcomes. */
  public sealed interface Outcome {
    /** The key is revoked. */
    public record Done() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The key does not exist, or was revoked before. */
    record NoSuchKey() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchKey(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R noSuchKey(NoSuchKey noSuchKey);
    }
  }
}
