package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Email;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores operators. One call is one transaction, which also appends its events to the audit trail.
 * Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Operators {
  /** Returns the operator as last stored; empty if it does not exist or was removed. */
  Optional<Operator> find(OperatorId id);

  /**
   * Returns the credentials that a sign-in with this e-mail is checked against; empty for an
   * unknown e-mail.
   */
  Optional<Credentials> credentials(Email email);

  /**
   * Stores the state of a change under the next version. Every result but {@link Saved#STORED} has
   * stored nothing. A state of version 0 is a new operator. A new password, or a status that is not
   * active, ends all sessions of the operator. Must not be called with an empty change.
   *
   * @param password the new hash; null keeps the stored one, so it must not be null for a new
   *     operator
   */
  Saved save(Change<Operator> change, @Nullable PasswordHash password);

  /**
   * Stores a password that the operator chose, under the rules of {@link #save}. Ends all sessions
   * of the operator but one.
   *
   * @param keeping the session that continues
   */
  Saved saveOwnPassword(Change<Operator> change, PasswordHash password, SessionId keeping);

  /** Removes the operator with its name and e-mail permanently, and ends all its sessions. */
  Saved remove(Change<Operator> removal);

  /** Whether an active admin exists. */
  boolean hasAdmin();

  /** Stores a new operator if no active admin exists; of concurrent callers, one succeeds. */
  First saveFirst(Change<Operator> added, PasswordHash password);

  /** Returns operators, oldest first. */
  OperatorPage list(@Nullable OperatorId after, int limit);

  /** An operator and the hash of its password. */
  record Credentials(Operator operator, PasswordHash password) {
    public Credentials {
      Objects.requireNonNull(operator, "operator");
      Objects.requireNonNull(password, "password");
    }
  }

  /** The result of a change. */
  enum Saved {
    /** The change is stored under the next version, or the operator is removed. */
    STORED,
    /** Another writer changed the operator first, or it was removed. */
    STALE,
    /** Another operator has this e-mail. */
    EMAIL_TAKEN,
    /** Without this operator no active admin would exist. */
    LAST_ADMIN
  }

  /** The result of storing the first admin. */
  enum First {
    /** The admin is stored. */
    STORED,
    /** An active admin exists already. */
    ADMIN_EXISTS,
    /** An operator that is not an active admin has this e-mail. */
    EMAIL_TAKEN
  }
}
