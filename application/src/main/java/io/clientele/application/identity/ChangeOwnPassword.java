package io.clientele.application.identity;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Secret;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.identity.operator.Operators.Credentials;
import io.clientele.domain.identity.operator.PersonalPasswordRule;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.password.PasswordHasher;
import io.clientele.domain.kernel.text.Email;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes the operator's own password, after verifying the current one. */
public final class ChangeOwnPassword {
  private final Operators operators;
  private final PasswordHasher passwords;
  private final InstantSource clock;

  /** Changes passwords of operators in this store. */
  public ChangeOwnPassword(Operators operators, PasswordHasher passwords, InstantSource clock) {
    this.operators = Objects.requireNonNull(operators, "operators");
    this.passwords = Objects.requireNonNull(passwords, "passwords");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Verifies the current password, stores the new one, and ends all other sessions of the actor.
   *
   * @param session the actor's current session, which stays valid
   */
  public Outcome change(
      Actor actor, OperatorId id, SessionId session, Secret current, Password chosen) {
    if (!actor.may(IdentityPermission.CHANGE_OWN_PASSWORD) || !actor.is(id)) {
      return new Outcome.Denied();
    }
    var hash = new NewHash(chosen);
    return OptimisticUpdate.run(
        () -> attempt(actor, id, new PasswordChange(session, current, hash)),
        new Outcome.Overtaken());
  }

  /** Returns empty if another writer was first. */
  private Optional<Outcome> attempt(Actor actor, OperatorId id, PasswordChange requested) {
    var known = operators.find(id).flatMap(this::credentials);
    if (known.isEmpty()) {
      return Optional.of(new Outcome.Denied());
    }
    var refused = refusal(known.get(), requested.current(), requested.hash().password);
    if (refused != null) {
      return Optional.of(refused);
    }
    var change = known.get().operator().changeOwnPassword(actor.acts(clock.instant()));
    var saved = operators.saveOwnPassword(change, requested.hash().get(), requested.session());
    return saved == Operators.Saved.STORED ? Optional.of(new Outcome.Done()) : Optional.empty();
  }

  /** The requested change. */
  private record PasswordChange(SessionId session, Secret current, NewHash hash) {}

  /** Hashes the new password once for all attempts. */
  private final class NewHash {
    private final Password password;
    private @Nullable PasswordHash hash;

    NewHash(Password password) {
      this.password = password;
    }

    PasswordHash get() {
      var known = hash;
      if (known == null) {
        known = passwords.hash(password);
        hash = known;
      }
      return known;
    }
  }

  private Optional<Credentials> credentials(Operator operator) {
    Email email = operator.profile().email();
    return operators
        .credentials(email)
        .filter(of -> of.operator().id().equals(operator.id()))
        .filter(of -> of.operator().profile().isActive());
  }

  private @Nullable Outcome refusal(Credentials known, Secret current, Password chosen) {
    if (!passwords.isRight(current, known.password())) {
      return new Outcome.WrongPassword();
    }
    if (passwords.isRight(new Secret(chosen.value()), known.password())) {
      return new Outcome.UnacceptablePassword("must not be the current password");
    }
    return PersonalPasswordRule.isOne(chosen, known.operator().profile())
        ? new Outcome.UnacceptablePassword(PersonalPasswordRule.RULE)
        : null;
  }

  /** The outcomes. Only {@link Done} has stored anything. */
  public sealed interface Outcome {
    /** The new password is stored. */
    public record Done() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not change this password. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The given current password is wrong. */
    record WrongPassword() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.wrongPassword(this);
      }
    }

    /**
     * The new password breaks a rule.
     *
     * @param rule the broken rule, as the end of a sentence
     */
    record UnacceptablePassword(String rule) implements Outcome {
      public UnacceptablePassword {
        Objects.requireNonNull(rule, "rule");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.unacceptablePassword(this);
      }
    }

    /** Other writers were first at every attempt: try again later. */
    record Overtaken() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.overtaken(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R wrongPassword(WrongPassword wrongPassword);

      R unacceptablePassword(UnacceptablePassword unacceptablePassword);

      R overtaken(Overtaken overtaken);
    }
  }
}
