package io.clientele.persistence.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;

/** Removes the operations of an erased account. */
public final class OperationEraser implements PersonalDataEraser {
  private static final String REMOVE = "DELETE FROM operation WHERE account_id = ?";

  /** Creates an eraser; it has no state. */
  public OperationEraser() {}

  @Override
  public void erase(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    Sql.update(transaction.connection(), REMOVE, account.value());
  }
}
