package io.clientele.application.account;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts.Saved;

/** What became of one of many profiles. */
public record Imported(AccountId id, Saved saved) {}
