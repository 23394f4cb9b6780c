package io.clientele.persistence.care;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;

/** Removes the notes and the owner of an erased account. */
public final class CareEraser implements PersonalDataEraser {
  private static final String ERASE_NOTES = "DELETE FROM account_note WHERE account_id = ?";
  private static final String ERASE_OWNER = "DELETE FROM account_owner WHERE account_id = ?";

  @Override
  public void erase(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    Sql.update(transaction.connection(), ERASE_NOTES, account.value());
    Sql.update(transaction.connection(), ERASE_OWNER, account.value());
  }
}
