package io.clientele.application.identity;

import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.session.AccessTokenIssuer.AccessToken;
import io.clientele.domain.identity.session.Session;

/**
 * What an operator gets who has come in.
 *
 * @param refresh good once, until {@link Session#refreshableUntil}
 */
public record IssuedTokens(
    Operator operator, Session session, AccessToken access, Secret refresh) {}
