package io.clientele.application.account.bulk;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;

/** What became of one of many profiles. */
public record ImportResult(AccountId id, Saved saved) {}
