package io.clientele.persistence.ledger.proof;

import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.proof.LedgerProof;
import io.clientele.domain.ledger.proof.LedgerReconciliation;
import io.clientele.domain.ledger.proof.LedgerReconciliation.AssetSum;
import io.clientele.domain.ledger.proof.LedgerReconciliation.Fault;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.jdbc.Timestamps;
import io.clientele.persistence.ledger.row.PocketRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proves the ledger in PostgreSQL. Each reconciliation is one statement: one snapshot. */
public final class JdbcLedgerProof implements LedgerProof {
  private static final String LAST_DAY = "SELECT max(day) FROM ledger_proof";
  private static final String CLOCK = "SELECT clock_timestamp()";
  private static final LocalDate BEGINNING = LocalDate.EPOCH;

  private final Sql requests;
  private final Sql work;

  public JdbcLedgerProof(Database database) {
    this.requests = database.requests();
    this.work = database.work();
  }

  @Override
  public LedgerReconciliation reconcile() {
    return requests.run(
        connection -> {
          var last = day(connection, LAST_DAY);
          var from = last == null ? BEGINNING : last.plusDays(1);
          return found(connection, from, last == null ? null : start(from));
        });
  }

  private static LedgerReconciliation found(
      Connection connection, LocalDate from, @Nullable Instant checkedTo) throws SQLException {
    var sums = new ArrayList<AssetSum>();
    var faults = EnumSet.noneOf(Fault.class);
    var begin = Timestamps.of(start(from));
    Sql.each(
        connection,
        ProofSql.RECONCILE,
        row -> {
          var fault = row.getString(1);
          if (fault == null) {
            sums.add(new AssetSum(asset(row), PocketRow.minor(row, 5)));
          } else if (row.getBigDecimal(5).signum() > 0) {
            faults.add(Fault.valueOf(fault));
          }
        },
        begin,
        begin,
        begin,
        from);
    var now = Sql.list(connection, CLOCK, row -> Timestamps.instant(row, 1)).getFirst();
    return new LedgerReconciliation(sums, faults, checkedTo, now);
  }

  private static Asset asset(ResultSet row) throws SQLException {
    return new Asset(
        new AssetCode(row.getString(2)), row.getInt(3), Asset.Kind.valueOf(row.getString(4)));
  }

  @Override
  public DayProof proveNextDay() {
    return work.transaction(
        connection -> {
          if (!Sql.list(connection, ProofSql.ALONE, row -> row.getBoolean(1)).getFirst()) {
            return DayProof.NOTHING_TO_PROVE;
          }
          var next = nextDay(connection);
          return next.isEmpty() ? DayProof.NOTHING_TO_PROVE : prove(connection, next.get());
        });
  }

  /** The first day that is not proved, if it is over and all its house entries are folded. */
  private static Optional<LocalDate> nextDay(Connection connection) throws SQLException {
    var next = Optional.ofNullable(day(connection, ProofSql.NEXT_DAY));
    if (next.isEmpty()) {
      return next;
    }
    var end = Timestamps.of(start(next.get().plusDays(1)));
    var isOver =
        Sql.list(connection, ProofSql.IS_OVER, row -> row.getBoolean(1), end, end).getFirst();
    return isOver ? next : Optional.empty();
  }

  private static DayProof prove(Connection connection, LocalDate day) throws SQLException {
    var from = Timestamps.of(start(day));
    var to = Timestamps.of(start(day.plusDays(1)));
    var faults =
        Sql.list(
                connection,
                ProofSql.FAULTS_OF_DAY,
                row -> row.getLong(1),
                day,
                from,
                to,
                from,
                to,
                from,
                to)
            .getFirst();
    if (faults > 0) {
      return DayProof.BROKEN;
    }
    Sql.update(connection, ProofSql.SNAPSHOT, day, from, to);
    Sql.update(connection, ProofSql.NOTE, day);
    return DayProof.PROVED;
  }

  private static @Nullable LocalDate day(Connection connection, String sql) throws SQLException {
    return Sql.list(connection, sql, row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .getFirst()
        .orElse(null);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
