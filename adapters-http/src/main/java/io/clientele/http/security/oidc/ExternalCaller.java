package io.clientele.http.security.oidc;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import java.time.Instant;

/**
 * A person or service that an outside issuer vouches for. Prints without subject and name.
 *
 * @param subject the {@code sub} of the token: personal, never stored or logged in plain text
 * @param name the {@code name} of the token, or the subject if there is no usable name
 * @param front at which the token is accepted
 * @param expiresAt when the token ends, at the latest when it reaches its maximum age
 * @param key that verified the token
 */
public record ExternalCaller(
    Actor actor, String subject, String name, Front front, Instant expiresAt, IssuerKey key) {
  /** Returns the same caller as another actor. */
  ExternalCaller with(Actor other) {
    return new ExternalCaller(other, subject, name, front, expiresAt, key);
  }

  @Override
  public String toString() {
    return "ExternalCaller[" + actor.name() + "]";
  }
}
