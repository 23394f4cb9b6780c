package io.clientele.testkit.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.apikey.ApiKey;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.apikey.ApiKeyTerms;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.kernel.Change;
import io.clientele.testkit.kernel.Sample;
import java.util.Set;

/** A sample with operators, sessions and keys. */
public final class IdentitySample extends Sample {
  /** Creates the sample of this seed. */
  public IdentitySample(long seed) {
    super(seed);
  }

  /** Returns the profile of an active operator with these roles, or an admin. */
  public OperatorProfile operatorProfile(Role... roles) {
    var all = roles.length == 0 ? Set.of(Role.ADMIN) : Set.of(roles);
    return new OperatorProfile(
        new DisplayName(personName()), email(), all, OperatorProfile.Status.ACTIVE);
  }

  /** Adds a new operator with these roles, or an admin, not stored yet. */
  public Change<Operator> adding(Role... roles) {
    return Operator.add(OperatorId.of(nextInstant(), random()), operatorProfile(roles), act());
  }

  /** Opens a new session of this operator, not stored yet. */
  public Change<Session> signingIn(Operator operator) {
    return Session.open(SessionId.of(nextInstant(), random()), operator.id(), act());
  }

  /** Issues a new key, not stored yet. */
  public Change<ApiKey> issuing(ApiKeyScope scope, Secret secret) {
    var terms = new ApiKeyTerms(new DisplayName("Key " + number()), scope, null);
    return ApiKey.issue(ApiKeyId.of(nextInstant(), random()), terms, secret, act());
  }

  /** Returns a new secret. */
  public Secret secret() {
    return Secret.of(ApiKey.SECRET_PREFIX, random());
  }
}
