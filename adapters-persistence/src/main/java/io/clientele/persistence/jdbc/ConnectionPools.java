package io.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.DatabaseConfig.Pooler;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Creates the connection pools. A pool connects at its first use, so a database that is down at the
 * start is handled like one that goes down later.
 */
public final class ConnectionPools {
  private static final int BULK_CONNECTIONS = 2;
  private static final int REPLICA_CONNECTIONS = 8;

  /**
   * How long the driver remembers which host is the primary. Its default of ten seconds delays a
   * failover.
   */
  private static final int HOST_RECHECK_SECONDS = 1;

  private ConnectionPools() {}

  /** Time-outs by the kind of work. */
  private enum TimeLimits {
    /** A request over HTTP is answered within 2 seconds, even when the server hangs. */
    REQUESTS(1, 2, 1_600, 1_000, 500),
    /** Queries on the replica; leaves time to ask the primary after a failure. */
    REPLICA(1, 2, 1_600, 250, 250),
    /** A flush, or a job that reads many rows. */
    WORK(2, 30, 30_000, 5_000, 2_000),
    /** For an import, or a sum over many rows, for which a client waits. */
    BULK(2, 60, 60_000, 1_000, 500);

    final int connectSeconds;
    final int socketSeconds;
    final int answerMillis;
    final int poolMillis;
    final int validationMillis;

    TimeLimits(
        int connectSeconds,
        int socketSeconds,
        int answerMillis,
        int poolMillis,
        int validationMillis) {
      this.connectSeconds = connectSeconds;
      this.socketSeconds = socketSeconds;
      this.answerMillis = answerMillis;
      this.poolMillis = poolMillis;
      this.validationMillis = validationMillis;
    }
  }

  /** The pool of requests. */
  static HikariDataSource requests(DatabaseConfig config) {
    return pool("requests", config.requestConnections(), config, TimeLimits.REQUESTS);
  }

  /** The pool of health checks. */
  static HikariDataSource health(DatabaseConfig config) {
    return pool("health", 1, config, TimeLimits.REQUESTS);
  }

  /** The pool of reads by requests on the replica. */
  static HikariDataSource replica(DatabaseConfig config, Login login) {
    return pool("replica", REPLICA_CONNECTIONS, login, config.pooler(), TimeLimits.REPLICA);
  }

  /** The pool of long reads on the replica. */
  static HikariDataSource bulkOfReplica(DatabaseConfig config, Login login) {
    return pool("replica bulk", BULK_CONNECTIONS, login, config.pooler(), TimeLimits.BULK);
  }

  /** The pool of jobs, which are longer and must not take connections of requests. */
  static HikariDataSource work(DatabaseConfig config) {
    return pool("work", config.workConnections(), config, TimeLimits.WORK);
  }

  /** The pool of long requests of people, which must not delay a flush. */
  static HikariDataSource bulk(DatabaseConfig config) {
    return pool("bulk", BULK_CONNECTIONS, config, TimeLimits.BULK);
  }

  /** Connections of one role, without a pool. */
  public static DataSource unpooled(Login login) {
    return source(login, TimeLimits.WORK);
  }

  private static HikariDataSource pool(
      String name, int connections, DatabaseConfig config, TimeLimits limits) {
    return pool(name, connections, config.service(), config.pooler(), limits);
  }

  private static HikariDataSource pool(
      String name, int connections, Login login, Pooler pooler, TimeLimits limits) {
    var source = source(login, limits);
    source.setPrepareThreshold(pooler == Pooler.TRANSACTION ? 0 : 1);
    var pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(limits == TimeLimits.BULK ? 0 : Math.min(2, connections));
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(limits.poolMillis);
    pool.setValidationTimeout(limits.validationMillis);
    return new HikariDataSource(pool);
  }

  private static PGSimpleDataSource source(Login login, TimeLimits limits) {
    var source = new TimeLimitedDataSource(limits.answerMillis);
    source.setURL(login.url());
    if (login.user() != null) {
      source.setUser(login.user());
    }
    if (login.password() != null) {
      source.setPassword(login.password());
    }
    source.setConnectTimeout(limits.connectSeconds);
    source.setLoginTimeout(limits.connectSeconds);
    source.setSocketTimeout(limits.socketSeconds);
    source.setHostRecheckSeconds(HOST_RECHECK_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("clientele");
    source.setLogServerErrorDetail(false); // it quotes rows, and faults are logged
    return source;
  }

  /**
   * Sets a time limit in milliseconds on each connection: the driver's own setting has whole
   * seconds, and a request has less than two.
   */
  private static final class TimeLimitedDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final int answerMillis;

    TimeLimitedDataSource(int answerMillis) {
      this.answerMillis = answerMillis;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return withTimeLimit(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return withTimeLimit(super.getConnection(user, password));
    }

    private Connection withTimeLimit(Connection connection) throws SQLException {
      connection.setNetworkTimeout(Runnable::run, answerMillis);
      return connection;
    }
  }
}
