package io.clientele.persistence.account;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.ErasureVeto;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks the vetoes of other contexts, in the transaction of a closing or an erasure. */
final class AccountVetoes {
  private static final String LOCK =
      "SELECT status FROM account WHERE id = ? AND erased_at IS NULL FOR UPDATE";

  private final List<ErasureVeto> vetoes;

  AccountVetoes(Set<ErasureVeto> vetoes) {
    this.vetoes =
        vetoes.stream()
            .sorted(Comparator.comparingInt(veto -> veto.isAskedFirst() ? 0 : 1))
            .toList();
  }

  /** Returns the first veto; empty for an account that is closed already. */
  Optional<Change.Veto> ofClosing(ChangeTransaction transaction, AccountId id, Provenance by)
      throws SQLException {
    return lock(transaction, id).filter(status -> status != Status.CLOSED).isPresent()
        ? ask(transaction, id, by)
        : Optional.empty();
  }

  /** Returns the first veto; empty for an account that is erased already, or never was. */
  Optional<Change.Veto> ofErasure(ChangeTransaction transaction, AccountId id, Provenance by)
      throws SQLException {
    return lock(transaction, id).isPresent() ? ask(transaction, id, by) : Optional.empty();
  }

  private Optional<Status> lock(ChangeTransaction transaction, AccountId id) throws SQLException {
    return vetoes.isEmpty()
        ? Optional.empty()
        : Sql.list(
                transaction.connection(), LOCK, row -> Status.valueOf(row.getString(1)), id.value())
            .stream()
            .findFirst();
  }

  private Optional<Change.Veto> ask(ChangeTransaction transaction, AccountId id, Provenance by)
      throws SQLException {
    for (var veto : vetoes) {
      var refused = veto.ask(transaction, id, by);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return Optional.empty();
  }
}
