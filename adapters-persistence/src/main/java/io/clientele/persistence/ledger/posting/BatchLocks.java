package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Sql.Each;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the locks of a batch in one round trip: house pockets against a change of status or floor,
 * parents of reversals, then balances in the order of their pockets.
 */
public final class BatchLocks {
  /** The number of the transaction is given before the clock is read: the fold relies on it. */
  private static final String LOCK =
      """
      SELECT pg_current_xact_id();
      SELECT set_config('lock_timeout', ?, true);
      SELECT pg_advisory_xact_lock_shared(key)
      FROM (
        SELECT hashtextextended(id::text, 0) AS key FROM pocket
        WHERE id = ANY (?) AND account_id IS NULL ORDER BY id OFFSET 0
      ) AS house;
      SELECT pg_advisory_xact_lock(key)
      FROM (
        SELECT hashtextextended(id::text, 1) AS key FROM unnest(?::uuid[]) AS id ORDER BY id OFFSET 0
      ) AS parent;
      SELECT balance.pocket FROM balance JOIN pocket ON pocket.id = balance.pocket
      WHERE balance.pocket = ANY (?) AND floor IS NOT NULL
      ORDER BY balance.pocket
      FOR NO KEY UPDATE OF balance\
      """;

  private static final String SKIPPING = LOCK + " SKIP LOCKED";

  /** Takes the lock of a house pocket that waits for its postings and keeps them out. */
  public static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(?::text, 0))";

  private static final String PATIENCE = "500ms";
  private static final Each IGNORE = row -> {};

  private BatchLocks() {}

  /**
   * Locks, and returns the pockets whose balance is locked.
   *
   * @param isWaiting whether to wait for rows that another session holds, rather than to skip them
   */
  static Set<PocketId> take(
      Connection connection,
      Collection<PocketId> pockets,
      Collection<Transfer> transfers,
      boolean isWaiting)
      throws SQLException {
    var locked = new HashSet<PocketId>();
    var ids = Sql.uuids(connection, pockets.stream().map(PocketId::value).toList());
    Sql.queries(
        connection,
        isWaiting ? LOCK : SKIPPING,
        List.of(
            IGNORE,
            IGNORE,
            IGNORE,
            IGNORE,
            row -> locked.add(new PocketId(row.getObject(1, UUID.class)))),
        PATIENCE,
        ids,
        Sql.uuids(connection, reversed(transfers)),
        ids);
    return locked;
  }

  /** Returns the parents of reversals. The amounts that were moved back are read after the lock. */
  private static Set<UUID> reversed(Collection<Transfer> transfers) {
    var parents = new HashSet<UUID>();
    for (var transfer : transfers) {
      if (transfer.instruction() instanceof Instruction.Settle settle
          && settle.settlement() == Settlement.REVERSAL) {
        parents.add(settle.parent().value());
      }
    }
    return parents;
  }
}
