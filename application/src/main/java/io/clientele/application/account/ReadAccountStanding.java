package io.clientele.application.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Found;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import java.util.Objects;

/** Tells other contexts the standing of an account. */
public final class ReadAccountStanding implements AccountStandings {
  private final Accounts accounts;

  public ReadAccountStanding(Accounts accounts) {
    this.accounts = Objects.requireNonNull(accounts, "accounts");
  }

  @Override
  public AccountStanding of(AccountId id) {
    var found = accounts.find(id);
    if (found instanceof Found.Erased) {
      return AccountStanding.ERASED;
    }
    return found
        .present()
        .map(Account::status)
        .map(ReadAccountStanding::standing)
        .orElse(AccountStanding.ABSENT);
  }

  private static AccountStanding standing(Account.Status status) {
    return switch (status) {
      case ACTIVE -> AccountStanding.ACTIVE;
      case SUSPENDED -> AccountStanding.SUSPENDED;
      case CLOSED -> AccountStanding.CLOSED;
    };
  }
}
