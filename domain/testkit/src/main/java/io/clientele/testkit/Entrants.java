package io.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.Act;
import io.clientele.domain.Cause;
import io.clientele.domain.Change;
import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.OperatorProfile;
import io.clientele.domain.identity.OperatorProfile.Status;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Operators.Saved;
import io.clientele.domain.identity.PasswordHash;
import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.Session;
import io.clientele.domain.identity.Sessions;
import io.clientele.domain.identity.Sessions.Ended;
import io.clientele.domain.identity.Sessions.Opened;
import io.clientele.domain.identity.Sessions.Rotation;
import java.time.Instant;
import java.util.Set;

/** What the contracts of operators and sessions begin with. */
final class Entrants {
  static final PasswordHash HASH = new PasswordHash("hash of the first password");

  private Entrants() {}

  /** Stores a new operator and gives it as it is stored now. */
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
    assertThat(sessions.open(opened, operator.version(), token.hash())).isEqualTo(Opened.OPENED);
    return opened.state();
  }

  static Rotation rotate(Sessions sessions, Secret token, Secret next, Instant at) {
    return sessions.rotate(token.hash(), next.hash(), at, Cause.UNKNOWN);
  }

  static Ended end(Sessions sessions, Secret token, Act act) {
    return sessions.end(token.hash(), act.at(), Cause.UNKNOWN);
  }

  static OperatorProfile with(OperatorProfile profile, Role... roles) {
    return new OperatorProfile(profile.name(), profile.email(), Set.of(roles), profile.status());
  }

  static OperatorProfile disabled(OperatorProfile profile) {
    return new OperatorProfile(profile.name(), profile.email(), profile.roles(), Status.DISABLED);
  }
}
