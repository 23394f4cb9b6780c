package io.clientele.persistence.parcel;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;
import java.util.Optional;

/** An account with parcels on their way is neither closed nor erased. */
public final class ParcelVeto implements ErasureVeto {
  private static final String UNDELIVERED =
      "SELECT 1 FROM parcel WHERE account_id = ? AND NOT is_delivered LIMIT 1";

  private static final Change.Veto VETO =
      new Change.Veto("parcels-undelivered", "Deliver the parcels of the account first.");

  @Override
  public Optional<Change.Veto> ask(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    var undelivered = Sql.list(transaction.connection(), UNDELIVERED, row -> true, account.value());
    return undelivered.isEmpty() ? Optional.empty() : Optional.of(VETO);
  }
}
