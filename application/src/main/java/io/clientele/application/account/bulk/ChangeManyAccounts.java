package io.clientele.application.account.bulk;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.CloseAccount;
import io.clientele.application.account.ReactivateAccount;
import io.clientele.application.account.SuspendAccount;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Changes the status of many accounts. Each change is its own transaction with its own audit entry;
 * one that is refused does not keep the others from being stored. A repetition changes nothing.
 */
public final class ChangeManyAccounts {
  /** The most accounts of one call. */
  public static final int ACCOUNTS_MAX = 200;

  private final SuspendAccount suspendAccount;
  private final ReactivateAccount reactivateAccount;
  private final CloseAccount closeAccount;

  public ChangeManyAccounts(
      SuspendAccount suspendAccount,
      ReactivateAccount reactivateAccount,
      CloseAccount closeAccount) {
    this.suspendAccount = Objects.requireNonNull(suspendAccount, "suspendAccount");
    this.reactivateAccount = Objects.requireNonNull(reactivateAccount, "reactivateAccount");
    this.closeAccount = Objects.requireNonNull(closeAccount, "closeAccount");
  }

  /** What happens to each account. */
  public enum Action {
    /** Suspends the account. */
    SUSPEND,
    /** Ends the suspension of the account. */
    REACTIVATE,
    /** Closes the account permanently. */
    CLOSE
  }

  /**
   * Changes each account at any version.
   *
   * @param ids at most {@value #ACCOUNTS_MAX}
   * @return the outcome for each id, in the order of the ids
   * @throws PortUnavailable when the store cannot be reached; some accounts may be changed
   */
  public Map<AccountId, AccountOutcome> change(
      Actor actor, Action action, Collection<AccountId> ids) {
    if (ids.size() > ACCOUNTS_MAX) {
      throw new IllegalArgumentException("too many accounts");
    }
    var outcomes = new LinkedHashMap<AccountId, AccountOutcome>();
    for (var id : ids) {
      outcomes.computeIfAbsent(id, one -> change(actor, action, one));
    }
    return outcomes;
  }

  private AccountOutcome change(Actor actor, Action action, AccountId id) {
    return switch (action) {
      case SUSPEND -> suspendAccount.suspend(actor, id, version -> true);
      case REACTIVATE -> reactivateAccount.reactivate(actor, id, version -> true);
      case CLOSE -> closeAccount.close(actor, id, version -> true);
    };
  }
}
