package io.clientele.application.care;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.care.AccountOwnership;
import io.clientele.domain.care.AccountOwnerships;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.OperatorProfile;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.account.AccountStandings;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Assigns an account to the operator who owns the relationship with it. */
public final class AssignOwner {
  private final AccountOwnerships ownerships;
  private final AccountStandings accounts;
  private final Operators operators;
  private final InstantSource clock;

  public AssignOwner(
      AccountOwnerships ownerships,
      AccountStandings accounts,
      Operators operators,
      InstantSource clock) {
    this.ownerships = Objects.requireNonNull(ownerships, "ownerships");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.operators = Objects.requireNonNull(operators, "operators");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Stores the owner. The last writer wins. Ends as {@code Done}, {@code Denied}, {@code
   * NoSuchAccount}, {@code AlreadyErased}, {@code NoSuchOperator} or {@code Overtaken}.
   *
   * @param next read only if the account may have an owner; it returns null to leave it without one
   */
  public CareOutcome<AccountOwnership> assign(
      Actor actor, AccountId account, Supplier<@Nullable OperatorId> next) {
    if (!actor.may(CarePermission.CHANGE_CARE)) {
      return new CareOutcome.Denied<>();
    }
    var refusal = CareOutcome.<AccountOwnership>refusal(accounts, account);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var owner = next.get();
    if (owner != null && !isActive(owner)) {
      return new CareOutcome.NoSuchOperator<>();
    }
    var by = actor.acts(clock.instant());
    return OptimisticUpdate.run(
        () -> attempt(account, owner, by), new CareOutcome.Overtaken<AccountOwnership>());
  }

  private boolean isActive(OperatorId owner) {
    return operators
        .find(owner)
        .filter(operator -> operator.profile().status() == OperatorProfile.Status.ACTIVE)
        .isPresent();
  }

  private Optional<CareOutcome<AccountOwnership>> attempt(
      AccountId account, @Nullable OperatorId owner, Provenance by) {
    var change = ownerships.find(account).assign(owner, by);
    if (change.isNone()) {
      return Optional.of(new CareOutcome.Done<>(change.state()));
    }
    return switch (ownerships.save(change)) {
      case STORED ->
          Optional.of(new CareOutcome.Done<>(change.state().at(change.state().version() + 1)));
      case STALE -> Optional.empty();
      case NO_SUCH_ACCOUNT -> Optional.of(new CareOutcome.AlreadyErased<>());
    };
  }
}
