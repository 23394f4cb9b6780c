package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.http.security.oidc.ExternalCaller;
import java.time.Instant;

/** The verified owner of a bearer token. */
public sealed interface AuthenticatedCaller {
  /** Returns the actor, with its permissions. */
  Actor actor();

  /** Returns the front at which the token is accepted. */
  Front front();

  /** Returns the instant at which the token expires. */
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
      implements AuthenticatedCaller {
    @Override
    public Front front() {
      return Front.OPERATIONS;
    }
  }

  /**
   * A service that uses one of our API keys.
   *
   * @param name that the key was given
   */
  record Serving(Actor actor, ApiKeyId key, String name, Front front, Instant expiresAt)
      implements AuthenticatedCaller {}

  /** A caller that an outside issuer vouches for. */
  record Outside(ExternalCaller verified) implements AuthenticatedCaller {
    @Override
    public Actor actor() {
      return verified.actor();
    }

    @Override
    public Front front() {
      return verified.front();
    }

    @Override
    public Instant expiresAt() {
      return verified.expiresAt();
    }
  }
}
