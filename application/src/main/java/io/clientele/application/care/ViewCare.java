package io.clientele.application.care;

import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.care.AccountOwnership;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows the owner of an account, and the suspension that is in force. */
public final class ViewCare {
  private static final String SUSPENDED = "account.suspended";

  private final AccountOwnerships ownerships;
  private final AccountStandings accounts;
  private final AuditTrail trail;
  private final Operators operators;

  public ViewCare(
      AccountOwnerships ownerships,
      AccountStandings accounts,
      AuditTrail trail,
      Operators operators) {
    this.ownerships = Objects.requireNonNull(ownerships, "ownerships");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.trail = Objects.requireNonNull(trail, "trail");
    this.operators = Objects.requireNonNull(operators, "operators");
  }

  /** Ends as {@code Done}, {@code Denied}, {@code NoSuchAccount} or {@code AlreadyErased}. */
  public CareOutcome<AccountCare> view(Actor actor, AccountId account) {
    if (!actor.may(CarePermission.VIEW_CARE)) {
      return new CareOutcome.Denied<>();
    }
    return CareOutcome.<AccountCare>refusal(accounts, account)
        .orElseGet(() -> new CareOutcome.Done<>(read(account)));
  }

  private AccountCare read(AccountId account) {
    var names = new ActorNames(operators);
    return new AccountCare(
        account, owner(ownerships.find(account), names), suspension(account, names));
  }

  private static AccountCare.@Nullable Owner owner(AccountOwnership ownership, ActorNames names) {
    var id = ownership.owner();
    var since = ownership.since();
    return id == null || since == null
        ? null
        : new AccountCare.Owner(id, names.of(id.subject()), since);
  }

  private AccountCare.@Nullable Suspension suspension(AccountId account, ActorNames names) {
    if (accounts.of(account) != AccountStanding.SUSPENDED) {
      return null;
    }
    var filter = new AuditQuery.Filter(account, null, SUSPENDED, null, null);
    return trail.page(new AuditQuery(filter, null, 1)).entries().stream()
        .map(recorded -> recorded.entry().act())
        .map(
            act ->
                new AccountCare.Suspension(
                    act.at(), act.actor(), names.of(act.actor()), act.cause().reason()))
        .findFirst()
        .orElse(null);
  }
}
