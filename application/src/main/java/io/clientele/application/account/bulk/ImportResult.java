package io.clientele.application.account.bulk;

import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import java.util.Objects;

/** The result of one profile of an import. */
public record ImportResult(AccountId id, Saved saved) {
  public ImportResult {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(saved, "saved");
  }
}
