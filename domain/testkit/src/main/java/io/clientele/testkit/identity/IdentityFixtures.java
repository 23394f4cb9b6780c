package io.clientele.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.OperatorProfile.Status;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.Saved;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.Sessions.Ended;
import io.clientele.domain.identity.session.Sessions.Opened;
import io.clientele.domain.identity.session.Sessions.Rotation;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.time.Instant;
import java.util.Set;

/** Stored operators and sessions for the contracts of identity. */
final class IdentityFixtures {
  static final PasswordHash HASH = new PasswordHash("hash of the first password");

  /** The scope of an operator's key. */
  static final ApiKeyScope SCOPE = new ApiKeyScope(Set.of(Role.OPERATOR, Role.AUDITOR), null);

  private IdentityFixtures() {}

  /** Stores a new operator and returns it as stored. */
  static Operator given(Operators operators, Change<Operator> added) {
    assertThat(operators.save(added, HASH)).isEqualTo(Saved.STORED);
    return now(operators, added.state());
  }

  static Operator changed(Operators operators, Change<Operator> change) {
    assertThat(operators.save(change, null)).isEqualTo(Saved.STORED);
    return now(operators, change.state());
  }

  static Operator now(Operators operators, Operator operator) {
    return operators
        .find(operator.id())
        .orElseThrow(() -> new AssertionError("there is no " + operator.id()));
  }

  /** Stores a new session of this operator. */
  static Session in(Sessions sessions, Change<Session> opened, Operator operator, Secret token) {
    return in(sessions, opened, operator, token, SignInPlace.NONE);
  }

  /** Stores a new session of this operator, which signs in from this place. */
  static Session in(
      Sessions sessions,
      Change<Session> opened,
      Operator operator,
      Secret token,
      SignInPlace place) {
    assertThat(sessions.open(opened, operator.version(), token.hash(), place))
        .isEqualTo(Opened.OPENED);
    return opened.state();
  }

  static Rotation rotate(Sessions sessions, Secret token, Secret next, Instant at) {
    return sessions.rotate(token.hash(), next.hash(), at, Causation.UNKNOWN);
  }

  static Ended end(Sessions sessions, Secret token, Provenance act) {
    return sessions.end(token.hash(), act.at(), Causation.UNKNOWN);
  }

  static OperatorProfile with(OperatorProfile profile, Role... roles) {
    return new OperatorProfile(profile.name(), profile.email(), Set.of(roles), profile.status());
  }

  static OperatorProfile disabled(OperatorProfile profile) {
    return new OperatorProfile(profile.name(), profile.email(), profile.roles(), Status.DISABLED);
  }
}
