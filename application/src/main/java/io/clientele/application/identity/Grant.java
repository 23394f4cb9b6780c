package io.clientele.application.identity;

import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.Session;
import io.clientele.domain.identity.Tokens.AccessToken;

/**
 * What an operator gets who has come in.
 *
 * @param refresh good once, until {@link Session#refreshableUntil}
 */
public record Grant(Operator operator, Session session, AccessToken access, Secret refresh) {}
