package io.clientele.application.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.Credentials;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.Sessions;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.text.Email;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Signs in an operator by password. Records successful and failed attempts in the audit trail. */
public final class SignIn {
  /** The actor of a refused sign-in. */
  private static final String ANONYMOUS = "anonymous";

  private final Operators operators;
  private final Sessions sessions;
  private final PasswordHasher passwords;
  private final RecordRefusedSignIn refused;
  private final SessionTokenIssuer issuing;

  /** Signs in operators of this store. */
  public SignIn(
      Operators operators,
      Sessions sessions,
      PasswordHasher passwords,
      RecordRefusedSignIn refused,
      SessionTokenIssuer issuing) {
    this.operators = Objects.requireNonNull(operators, "operators");
    this.sessions = Objects.requireNonNull(sessions, "sessions");
    this.passwords = Objects.requireNonNull(passwords, "passwords");
    this.refused = Objects.requireNonNull(refused, "refused");
    this.issuing = Objects.requireNonNull(issuing, "issuing");
  }

  /**
   * Signs in. An unknown e-mail, a disabled operator and a wrong password have the same outcome,
   * after the same work. Throws {@link io.clientele.domain.kernel.PortUnavailable} when too many
   * sign-ins run at once.
   *
   * @param network that the request comes from
   * @param place that the operator signs in from
   */
  public Outcome signIn(
      Email email,
      Secret password,
      String network,
      Function<OperatorId, SignInPlace> place,
      Causation cause) {
    var known = operators.credentials(email);
    var hash = known.map(Credentials::password).orElse(null);
    var isRight = passwords.isRight(password, hash);
    var operator = known.map(Credentials::operator).filter(of -> of.profile().isActive());
    var grant =
        isRight
            ? operator.flatMap(of -> open(of, place.apply(of.id()), cause))
            : Optional.<IssuedTokens>empty();
    if (grant.isEmpty()) {
      var provenance = new Provenance(ANONYMOUS, issuing.now(), cause);
      refused.record(email, known.map(Credentials::operator), network, provenance);
    }
    return grant.<Outcome>map(Outcome.SignedIn::new).orElseGet(Outcome.Refused::new);
  }

  /** Returns empty if the operator was changed while the password was verified. */
  private Optional<IssuedTokens> open(Operator operator, SignInPlace place, Causation cause) {
    var act = operator.acts(issuing.now(), cause);
    var opened = Session.open(issuing.sessionId(), operator.id(), act);
    var refresh = issuing.refreshToken();
    return switch (sessions.open(opened, operator.version(), refresh.hash(), place)) {
      case STALE -> Optional.empty();
      case OPENED -> Optional.of(issuing.grant(operator, opened.state(), refresh));
    };
  }

  /** The outcomes of a sign-in. */
  public sealed interface Outcome {
    /** The operator is signed in. */
    record SignedIn(IssuedTokens grant) implements Outcome {
      public SignedIn {
        Objects.requireNonNull(grant, "grant");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.signedIn(this);
      }
    }

    /** Refused, without a reason. */
    record Refused() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.refused(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R signedIn(SignedIn signedIn);

      R refused(Refused refused);
    }
  }
}
