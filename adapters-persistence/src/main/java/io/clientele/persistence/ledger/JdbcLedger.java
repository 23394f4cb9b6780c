package io.clientele.persistence.ledger;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Entry;
import io.clientele.domain.ledger.transfer.HoldFigures;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.ledger.posting.PostingTransaction;
import io.clientele.persistence.ledger.posting.TransferCombiner;
import io.clientele.persistence.ledger.posting.TransferList;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in PostgreSQL. Transfers of many calls share transactions. Safe for use by many
 * threads.
 */
public final class JdbcLedger implements Ledger {
  private static final String EXPIRED =
      """
      SELECT DISTINCT transfer, expires_at FROM hold
      WHERE owner IS NULL AND ended IS NULL AND expires_at <= clock_timestamp()
      ORDER BY expires_at, transfer
      LIMIT ?
      """;

  private static final String HOLD_FIGURES =
      """
      SELECT
        (SELECT count(*) FROM hold WHERE ended IS NULL),
        (SELECT extract(epoch FROM clock_timestamp() - min(expires_at)) * 1000
         FROM hold WHERE owner IS NULL AND ended IS NULL)
      """;

  private final Sql sql;
  private final PostingTransaction alone;
  private final TransferCombiner combiner;
  private final TransferList transfers;
  private final LedgerHistory history;
  private final Consumer<List<Outcome>> posted;

  /** A ledger whose outcomes go nowhere but to the callers. */
  public JdbcLedger(Database database, ChangeStore changes) {
    this(database, changes, new TransferCombiner(database, changes), outcomes -> {});
  }

  /**
   * A ledger that also reports the outcomes of each call.
   *
   * @param combiner shared by all that post transfers in this process
   * @param posted called by the caller's thread before it gets the outcomes; must not throw
   */
  public JdbcLedger(
      Database database,
      ChangeStore changes,
      TransferCombiner combiner,
      Consumer<List<Outcome>> posted) {
    this.combiner = combiner;
    this.posted = posted;
    var keys = changes.subjectKeys();
    this.sql = database.requests();
    this.alone = new PostingTransaction(database, changes);
    this.transfers = new TransferList(sql, keys);
    this.history = new LedgerHistory(sql);
  }

  @Override
  public List<Outcome> post(List<Transfer> all) {
    var outcomes = new ArrayList<Outcome>(all.size());
    for (var from = 0; from < all.size(); from += TransferCombiner.BATCH_MAX) {
      var to = Math.min(all.size(), from + TransferCombiner.BATCH_MAX);
      outcomes.addAll(combiner.post(all.subList(from, to)));
    }
    posted.accept(outcomes);
    return outcomes;
  }

  @Override
  public List<Outcome> postAll(List<Transfer> all) {
    var outcomes = alone.postAll(all);
    posted.accept(outcomes);
    return outcomes;
  }

  @Override
  public List<Outcome> rehearse(List<Transfer> all) {
    return alone.rehearse(all);
  }

  @Override
  public Map<TransferId, BookedTransfer> find(Collection<TransferId> ids) {
    return transfers.find(ids);
  }

  @Override
  public List<BookedTransfer> list(TransferQuery query) {
    return transfers.list(query);
  }

  @Override
  public Map<PocketId, Balance> balances(Collection<PocketId> pockets) {
    return history.balances(pockets);
  }

  @Override
  public Optional<Balance> balanceAt(PocketId pocket, Instant at) {
    return history.balanceAt(pocket, at);
  }

  @Override
  public Optional<Balance> balanceAfter(PocketId pocket, long seq) {
    return history.balanceAfter(pocket, seq);
  }

  @Override
  public List<Entry> entries(PocketId pocket, @Nullable Long before, int limit) {
    return history.entries(pocket, before, limit);
  }

  @Override
  public List<TransferId> expiredHolds(int max) {
    return sql.list(EXPIRED, row -> new TransferId(row.getObject(1, UUID.class)), max);
  }

  @Override
  public HoldFigures holdFigures() {
    return sql.list(
            HOLD_FIGURES,
            row -> new HoldFigures(row.getLong(1), Duration.ofMillis(Math.max(0, row.getLong(2)))))
        .getFirst();
  }
}
