package io.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.opentelemetry.api.OpenTelemetry;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A streaming replica of the database. It is used only while it has all data of the primary. */
final class Replica implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Replica.class.getName());

  /**
   * True for a replica of this database that has replayed this position; false for a promoted
   * server or a replica of another database.
   */
  private static final String HAS =
      """
      SELECT coalesce(pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= ?::pg_lsn, false)
        AND EXISTS (SELECT FROM database_identity WHERE id = ?)
      """;

  /** A healthy replica is a few milliseconds behind under writes. */
  private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  /**
   * The time limit of the check, which leaves the primary time to answer after a hanging replica.
   */
  private static final int ANSWER_MILLIS = 250;

  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final HikariDataSource requestPool;
  private final HikariDataSource bulkPool;
  private final Sql requests;
  private final Sql bulk;
  private final ConnectionShare share;
  private final ReplicaMetrics meters;
  private final AtomicLong pausedUntil = new AtomicLong(System.nanoTime());
  private final AtomicBoolean isPaused = new AtomicBoolean();

  Replica(
      DatabaseConfig config,
      Login login,
      OpenTelemetry telemetry,
      ReplicaMetrics meters,
      BooleanSupplier isConfined) {
    this.meters = meters;
    requestPool = ConnectionPools.replica(config, login);
    bulkPool = ConnectionPools.bulkOfReplica(config, login);
    PoolMetrics.watch(telemetry, requestPool, bulkPool);
    var statements = new StatementTelemetry(telemetry, login.database());
    share = ConnectionShare.of(requestPool.getMaximumPoolSize(), 0, isConfined);
    requests = new Sql(requestPool, statements, ConnectionShare.WHOLE);
    bulk = new Sql(bulkPool, statements, ConnectionShare.WHOLE);
  }

  /**
   * A position of the primary in its write-ahead log.
   *
   * @param position in the log
   */
  record WalPosition(String position, UUID database) {}

  Sql requests() {
    return requests;
  }

  Sql bulk() {
    return bulk;
  }

  /** Taken before the replica is asked: a share that is in use is no failure of the replica. */
  ConnectionShare share() {
    return share;
  }

  ReplicaMetrics meters() {
    return meters;
  }

  /** Whether to query the replica: false for a second after a failure. */
  boolean isUsable() {
    return System.nanoTime() - pausedUntil.get() >= 0;
  }

  boolean isUp() {
    try {
      return requests.list("SELECT pg_is_in_recovery()", row -> row.getBoolean(1)).getFirst();
    } catch (PortUnavailable away) {
      return false;
    }
  }

  /**
   * Waits until the replica has replayed this position, for a bounded time. Later queries on this
   * connection see all changes of the primary up to it.
   */
  void requireCaughtUp(Connection connection, WalPosition mark) throws SQLException {
    var patience = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
    var began = System.nanoTime();
    while (!Sql.list(connection, HAS, row -> row.getBoolean(1), mark.position(), mark.database())
        .getFirst()) {
      if (System.nanoTime() - began > WAIT_NANOS) {
        throw new SQLException("the replica is behind " + mark.position());
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    connection.setNetworkTimeout(Runnable::run, patience);
  }

  void failed(PortUnavailable why) {
    pausedUntil.set(System.nanoTime() + PAUSE_NANOS);
    if (isPaused.compareAndSet(false, true)) {
      LOG.log(Level.WARNING, "the primary is read instead of its replica: {0}", why.getCause());
    }
  }

  void answered() {
    if (isPaused.get() && isPaused.compareAndSet(true, false)) {
      LOG.log(Level.INFO, "the replica is read again");
    }
  }

  @Override
  public void close() {
    requestPool.close();
    bulkPool.close();
  }
}
