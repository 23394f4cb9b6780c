package io.clientele.persistence.views;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.views.ledger.QuarantinedBatch;
import io.clientele.testkit.views.ledger.ViewLedgerContract;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

class JdbcViewLedgerIT implements ViewLedgerContract {
  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Override
  public ViewLedger ledger() {
    return new JdbcViewLedger(postgres().emptied());
  }

  @Override
  public ViewLedger unreachableLedger() {
    return new JdbcViewLedger(TestPostgres.away());
  }

  @Override
  public List<QuarantinedBatch> quarantined() {
    return postgres()
        .shared()
        .work()
        .list(
            "SELECT shard, verdict, accounts, views, writers, to_seqs, to_views FROM"
                + " view_quarantine",
            JdbcViewLedgerIT::copy);
  }

  private static QuarantinedBatch copy(ResultSet row) throws SQLException {
    var views = longs(row, 4);
    var counts = new HashMap<UUID, Long>();
    for (var id : (UUID[]) row.getArray(3).getArray()) {
      counts.put(id, views[counts.size()]);
    }
    var seqs = longs(row, 6);
    var toViews = longs(row, 7);
    var ends = new HashMap<WriterId, Offset>();
    for (var writer : (UUID[]) row.getArray(5).getArray()) {
      ends.put(new WriterId(writer), new Offset(seqs[ends.size()], toViews[ends.size()]));
    }
    return new QuarantinedBatch(
        new Shard(row.getInt(1)),
        ApplyVerdict.valueOf(row.getString(2)),
        ViewCounts.of(counts),
        ends);
  }

  private static Long[] longs(ResultSet row, int column) throws SQLException {
    return (Long[]) row.getArray(column).getArray();
  }

  @Override
  public void whileHeld(Shard shard, Runnable action) {
    postgres()
        .shared()
        .work()
        .transaction(
            connection -> {
              new ShardPosting(connection, shard).hold();
              action.run();
              return shard;
            });
  }
}
