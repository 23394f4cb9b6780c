package io.clientele.persistence.change;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.crypto.SubjectKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One transaction of a {@link ChangeStore}, for the code that writes the rows. It must be used by
 * the thread of the transaction only, and not after it.
 */
public final class ChangeTransaction {
  private final Connection connection;
  private final SubjectKeys keys;
  private final List<ChangeEntry> entries = new ArrayList<>();

  ChangeTransaction(Connection connection, SubjectKeys keys) {
    this.connection = connection;
    this.keys = keys;
  }

  /** The connection of the transaction. The caller neither commits nor rolls back. */
  public Connection connection() {
    return connection;
  }

  /**
   * Records an event. Its audit entry, and the event itself if it is published, are appended once
   * all rows are written, in the order of the calls.
   */
  public void append(Provenance by, DomainEvent event, ChangeSubject about) {
    entries.add(ChangeEntry.of(by, event, about));
  }

  /**
   * Makes unreadable what the transaction's shared tables hold of an erased account: empties its
   * stored responses and destroys the key of its audit details. The entries of this transaction are
   * appended later, so their details are lost, too, except the reason of the erasure: it is sealed
   * under the key of no account.
   */
  public void erase(AccountId account) throws SQLException {
    IdempotencyRecords.empty(connection, account.value());
    keys.destroy(connection, account);
  }

  List<ChangeEntry> entries() {
    return entries;
  }
}
