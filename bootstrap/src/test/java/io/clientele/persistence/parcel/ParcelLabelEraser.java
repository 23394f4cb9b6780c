package io.clientele.persistence.parcel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;

/** Removes the labels of an erased account's parcels. */
public final class ParcelLabelEraser implements PersonalDataEraser {
  private static final String ERASE = "UPDATE parcel SET label = NULL WHERE account_id = ?";

  @Override
  public void erase(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    Sql.update(transaction.connection(), ERASE, account.value());
  }
}
