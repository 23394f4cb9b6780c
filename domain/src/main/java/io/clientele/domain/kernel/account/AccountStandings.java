package io.clientele.domain.kernel.account;

import io.clientele.domain.kernel.AccountId;

/**
 * Tells the standing of accounts. The account context provides it. Safe for use by many threads;
 * throws {@code PortUnavailable}.
 */
@FunctionalInterface
public interface AccountStandings {
  /** Returns the standing of the account now. */
  AccountStanding of(AccountId id);
}
