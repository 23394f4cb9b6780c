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
 * Pools of connections. They open when they are first asked, so a database that is away at the
 * start is one that is away later.
 */
public final class ConnectionPools {
  private static final int BULK_CONNECTIONS = 2;
  private static final int REPLICA_CONNECTIONS = 8;

  /** Of several hosts, a standby may have been promoted since: the driver believes that for ten. */
  private static final int HOST_RECHECK_SECONDS = 1;

  private ConnectionPools() {}

  /** Time-outs by the kind of work. */
  private enum Patience {
    /** A request over HTTP is answered within 2 seconds, even when the server hangs. */
    REQUESTS(1, 2, 1_600, 1_000, 500),
    /** Who waits for a replica may have to ask the primary after it. */
    REPLICA(1, 2, 1_600, 250, 250),
    /** A flush, or a walk over much. */
    WORK(2, 30, 30_000, 5_000, 2_000),
    /** An import, or a sum over many rows, for which a client waits. */
    BULK(2, 60, 60_000, 1_000, 500);

    final int connectSeconds;
    final int socketSeconds;
    final int answerMillis;
    final int poolMillis;
    final int validationMillis;

    Patience(
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

  /** For requests. */
  static HikariDataSource requests(DatabaseConfig config) {
    return pool("requests", config.requestConnections(), config, Patience.REQUESTS);
  }

  /** The pool of health checks. */
  static HikariDataSource health(DatabaseConfig config) {
    return pool("health", 1, config, Patience.REQUESTS);
  }

  /** For reads of requests, on a replica. */
  static HikariDataSource replica(DatabaseConfig config, Login login) {
    return pool("replica", REPLICA_CONNECTIONS, login, config.pooler(), Patience.REPLICA);
  }

  /** For long reads, on a replica. */
  static HikariDataSource bulkOfReplica(DatabaseConfig config, Login login) {
    return pool("replica bulk", BULK_CONNECTIONS, login, config.pooler(), Patience.BULK);
  }

  /** For what takes longer, so that it never takes a request's connection. */
  static HikariDataSource work(DatabaseConfig config) {
    return pool("work", config.workConnections(), config, Patience.WORK);
  }

  /** For what takes long and is asked for by people: it must not keep a flush waiting. */
  static HikariDataSource bulk(DatabaseConfig config) {
    return pool("bulk", BULK_CONNECTIONS, config, Patience.BULK);
  }

  /** Connections of one role, without a pool. */
  public static DataSource unpooled(Login login) {
    return source(login, Patience.WORK);
  }

  private static HikariDataSource pool(
      String name, int connections, DatabaseConfig config, Patience patience) {
    return pool(name, connections, config.service(), config.pooler(), patience);
  }

  private static HikariDataSource pool(
      String name, int connections, Login login, Pooler pooler, Patience patience) {
    var source = source(login, patience);
    source.setPrepareThreshold(pooler == Pooler.TRANSACTION ? 0 : 1);
    var pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setDataSource(source);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(patience == Patience.BULK ? 0 : Math.min(2, connections));
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(patience.poolMillis);
    pool.setValidationTimeout(patience.validationMillis);
    return new HikariDataSource(pool);
  }

  private static PGSimpleDataSource source(Login login, Patience patience) {
    var source = new Impatient(patience.answerMillis);
    source.setURL(login.url());
    if (login.user() != null) {
      source.setUser(login.user());
    }
    if (login.password() != null) {
      source.setPassword(login.password());
    }
    source.setConnectTimeout(patience.connectSeconds);
    source.setLoginTimeout(patience.connectSeconds);
    source.setSocketTimeout(patience.socketSeconds);
    source.setHostRecheckSeconds(HOST_RECHECK_SECONDS);
    source.setTcpKeepAlive(true);
    source.setApplicationName("clientele");
    source.setLogServerErrorDetail(false); // it quotes rows, and faults are logged
    return source;
  }

  /** The driver's own time-out counts whole seconds; a request has less than two. */
  private static final class Impatient extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private final int answerMillis;

    Impatient(int answerMillis) {
      this.answerMillis = answerMillis;
    }

    @Override
    public Connection getConnection() throws SQLException {
      return impatient(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return impatient(super.getConnection(user, password));
    }

    private Connection impatient(Connection connection) throws SQLException {
      connection.setNetworkTimeout(Runnable::run, answerMillis);
      return connection;
    }
  }
}
