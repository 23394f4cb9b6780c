package io.clientele.application.identity;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.AccessTokenIssuer.AccessToken;
import io.clientele.domain.identity.session.Session;
import java.util.Objects;

/**
 * The tokens of a successful sign-in or refresh.
 *
 * @param refresh valid for one use, until {@link Session#refreshableUntil}
 */
public record IssuedTokens(Operator operator, Session session, AccessToken access, Secret refresh) {
  public IssuedTokens {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(access, "access");
    Objects.requireNonNull(refresh, "refresh");
  }
}
