package io.clientele.persistence.order;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;

/** Removes addresses, digests and reasons from the orders of an erased account. */
public final class OrderEraser implements PersonalDataEraser {
  private static final String ERASE =
      """
      UPDATE orders SET address = NULL, digest = NULL, reason = NULL
      WHERE account_id = ? AND (address IS NOT NULL OR digest IS NOT NULL OR reason IS NOT NULL)
      """;

  @Override
  public void erase(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    Sql.update(transaction.connection(), ERASE, account.value());
  }
}
