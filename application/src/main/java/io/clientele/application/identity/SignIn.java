package io.clientele.application.identity;

import io.clientele.domain.Act;
import io.clientele.domain.Cause;
import io.clientele.domain.Detail;
import io.clientele.domain.Email;
import io.clientele.domain.audit.AuditEntry;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.audit.RefusedSignIns;
import io.clientele.domain.identity.Operator;
import io.clientele.domain.identity.Operators;
import io.clientele.domain.identity.Operators.Credentials;
import io.clientele.domain.identity.Passwords;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.Session;
import io.clientele.domain.identity.Sessions;
import java.util.List;
import java.util.Optional;

/** Lets an operator in who knows the password. Good and bad tries are told in the trail. */
public final class SignIn {
  /** Who asks before it is known who does. */
  private static final String NOBODY = "anonymous";

  private final Operators operators;
  private final Sessions sessions;
  private final Passwords passwords;
  private final AuditTrail trail;
  private final RefusedSignIns refused;
  private final Issuing issuing;

  /** Signs in operators of this store. */
  public SignIn(
      Operators operators,
      Sessions sessions,
      Passwords passwords,
      AuditTrail trail,
      RefusedSignIns refused,
      Issuing issuing) {
    this.operators = operators;
    this.sessions = sessions;
    this.passwords = passwords;
    this.trail = trail;
    this.refused = refused;
    this.issuing = issuing;
  }

  /**
   * An e-mail that nobody has, an operator that is disabled and a wrong password end alike, after
   * the same work. Throws {@link io.clientele.domain.PortUnavailable} when too many try at once.
   *
   * @param network that the request comes from
   */
  public Outcome signIn(Email email, Secret password, String network, Cause cause) {
    var known = operators.credentials(email);
    var hash = known.map(Credentials::password).orElse(null);
    var isRight = passwords.isRight(password, hash);
    var operator = known.map(Credentials::operator).filter(of -> of.profile().isActive());
    var grant = isRight ? operator.flatMap(of -> open(of, cause)) : Optional.<Grant>empty();
    if (grant.isEmpty()) {
      refuse(email, known.map(Credentials::operator), network, cause);
    }
    return grant.<Outcome>map(Outcome.SignedIn::new).orElseGet(Outcome.Refused::new);
  }

  /** Empty if the operator was changed while the password was verified. */
  private Optional<Grant> open(Operator operator, Cause cause) {
    var act = operator.actor(cause).acts(issuing.now());
    var opened = Session.open(issuing.sessionId(), operator.id(), act);
    var refresh = issuing.refreshToken();
    return switch (sessions.open(opened, operator.version(), refresh.hash())) {
      case STALE -> Optional.empty();
      case OPENED -> Optional.of(issuing.grant(operator, opened.state(), refresh));
    };
  }

  /** One write for a known and for an unknown name, so that both take the same time. */
  private void refuse(Email email, Optional<Operator> known, String network, Cause cause) {
    if (known.isEmpty()) {
      refused.count(network, issuing.now());
      return;
    }
    trail.append(
        new AuditEntry(
            new Act(NOBODY, issuing.now(), cause),
            "session.refused",
            null,
            known.get().id().subject(),
            List.of(new Detail("email", null, email.toString()))));
  }

  /** How a try ends. */
  public sealed interface Outcome {
    /** The operator is in. */
    record SignedIn(Grant grant) implements Outcome {}

    /** It is not told why not. */
    record Refused() implements Outcome {}
  }
}
