package io.clientele.http.identity.authentication;

import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Front;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.http.route.Authenticator;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Lets everyone in as the same administrator, without a look: what access costs is the rest. */
public final class UnauthenticatedAccess implements Authenticator {
  private final AuthenticatedCaller anyone;

  public UnauthenticatedAccess(AccessPolicy policy) {
    var now = Instant.now();
    var random = new SecureRandom();
    var operator = OperatorId.of(now, random);
    anyone =
        new AuthenticatedCaller.Operating(
            policy.actor(operator.subject(), Set.of(Role.ADMIN), null),
            operator,
            1,
            SessionId.of(now, random),
            false,
            now.plus(Duration.ofDays(1)));
  }

  @Override
  public Actor admit(Context http, Front front) {
    Actors.keep(anyone, http);
    return anyone.actor();
  }
}
