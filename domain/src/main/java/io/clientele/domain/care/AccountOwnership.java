package io.clientele.domain.care;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which operator owns the relationship with an account. Immutable.
 *
 * @param owner null if the account has no owner
 * @param since when the owner was assigned; null without an owner
 * @param version that was read; storing a change raises it by one; 0 if none was stored
 */
public record AccountOwnership(
    AccountId account, @Nullable OperatorId owner, @Nullable Instant since, long version) {
  public AccountOwnership {
    Objects.requireNonNull(account, "account");
  }

  /** Returns the ownership of an account that never had an owner. */
  public static AccountOwnership none(AccountId account) {
    return new AccountOwnership(account, null, null, 0);
  }

  /**
   * Assigns the account to another owner. An owner that is assigned again changes nothing.
   *
   * @param next null to leave the account without an owner
   */
  public Change<AccountOwnership> assign(@Nullable OperatorId next, Provenance by) {
    if (Objects.equals(owner, next)) {
      return Change.none(this, by);
    }
    var state = new AccountOwnership(account, next, next == null ? null : by.at(), version);
    return Change.of(state, new CareEvent.OwnerChanged(owner, next), by);
  }

  /** Returns this state with the version under which it is stored. */
  public AccountOwnership at(long stored) {
    return new AccountOwnership(account, owner, since, stored);
  }

  /** Returns the subject of its changes. */
  public ChangeSubject toStore() {
    return ChangeSubject.of(account);
  }
}
