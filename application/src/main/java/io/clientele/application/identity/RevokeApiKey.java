package io.clientele.application.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.apikey.ApiKeys;
import java.time.InstantSource;

/** Ends an API key for good. */
public final class RevokeApiKey {
  private final ApiKeys keys;
  private final InstantSource clock;

  /** Ends keys of this store. */
  public RevokeApiKey(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** A key that is revoked already is there no more. */
  public Outcome revoke(Actor actor, ApiKeyId id) {
    if (!actor.may(IdentityPermission.CHANGE_OPERATORS)) {
      return new Outcome.Denied();
    }
    return switch (keys.revoke(id, actor.acts(clock.instant()))) {
      case REVOKED -> new Outcome.Done();
      case NO_SUCH_KEY -> new Outcome.NoSuchKey();
    };
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The key opens nothing any more. */
    public record Done() implements Outcome {}

    /** The actor may not do this. */
    record Denied() implements Outcome {}

    /** There is no such key, or not any more. */
    record NoSuchKey() implements Outcome {}
  }
}
