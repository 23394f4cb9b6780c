package io.clientele.http.identity;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.http.identity.oidc.OutsideCaller;
import java.time.Instant;

/** Whoever a bearer token stands for, as verified. */
sealed interface Caller {
  /** What it may do. */
  Actor actor();

  /** From when on the token is good no more. */
  Instant expiresAt();

  /**
   * An operator who has signed in here.
   *
   * @param hadToChangePassword whether it had to change its password when the token was given out
   */
  record Operating(
      Actor actor,
      OperatorId operator,
      long generation,
      SessionId session,
      boolean hadToChangePassword,
      Instant expiresAt)
      implements Caller {}

  /**
   * A service with a key of ours.
   *
   * @param name that the key was given
   */
  record Serving(Actor actor, ApiKeyId key, String name, Instant expiresAt) implements Caller {}

  /** A caller that an outside issuer vouches for. */
  record Outside(OutsideCaller verified) implements Caller {
    @Override
    public Actor actor() {
      return verified.actor();
    }

    @Override
    public Instant expiresAt() {
      return verified.expiresAt();
    }
  }
}
