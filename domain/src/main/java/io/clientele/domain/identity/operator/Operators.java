package io.clientele.domain.identity.operator;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Email;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps operators. One call is one transaction, which also appends what happened to the trail of
 * audit. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when they cannot know.
 */
public interface Operators {
  /** The operator as last stored; empty if there is none, or none any more. */
  Optional<Operator> find(OperatorId id);

  /**
   * Returns the credentials that a sign-in with this e-mail is checked against; empty for an
   * unknown e-mail.
   */
  Optional<Credentials> credentials(Email email);

  /**
   * Stores the state of a change under the next version; anything but {@link Saved#STORED} has
   * stored nothing. A state of version 0 is a new operator. A new password, and a status that is
   * not active, end all sessions of the operator. Must not be called with a change that is none.
   *
   * @param password kept from now on; null keeps the one before, so a new operator must have one
   */
  Saved save(Change<Operator> change, @Nullable PasswordHash password);

  /**
   * Stores a password that the operator has chosen, under the rules of {@link #save}. Ends all
   * sessions of the operator but one.
   *
   * @param keeping the session that goes on
   */
  Saved saveOwnPassword(Change<Operator> change, PasswordHash password, SessionId keeping);

  /** Removes the operator of a removal, its name and e-mail for good, and ends all its sessions. */
  Saved remove(Change<Operator> removal);

  /** Whether there is an active admin. */
  boolean hasAdmin();

  /** Stores a new operator if there is no active admin; however many do so at once, one does. */
  First saveFirst(Change<Operator> added, PasswordHash password);

  /** Operators by id, the oldest first. */
  OperatorPage list(@Nullable OperatorId after, int limit);

  /** An operator, and the password that it must know. */
  record Credentials(Operator operator, PasswordHash password) {}

  /** How a change ended. */
  enum Saved {
    /** It is stored, under the next version, or removed. */
    STORED,
    /** Another writer was first, or there is no such operator any more. */
    STALE,
    /** Another operator has this e-mail. */
    EMAIL_TAKEN,
    /** Without this one there would be no active admin. */
    LAST_ADMIN
  }

  /** How the first admin was stored. */
  enum First {
    /** It is there. */
    STORED,
    /** There is an active admin. */
    ADMIN_EXISTS,
    /** An operator that is no active admin has this e-mail. */
    EMAIL_TAKEN
  }
}
