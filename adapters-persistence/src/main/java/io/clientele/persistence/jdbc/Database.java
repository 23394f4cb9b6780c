package io.clientele.persistence.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.opentelemetry.api.OpenTelemetry;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one PostgreSQL database, 15 or newer. It may be away when this is made, and
 * any time later: then calls throw {@link PortUnavailable} within 2 seconds.
 */
public final class Database implements AutoCloseable {
  private static final String ID = "SELECT id FROM database_identity";

  private final DatabaseConfig config;
  private final HikariDataSource requestPool;
  private final HikariDataSource workPool;
  private final HikariDataSource bulkPool;
  private final HikariDataSource healthPool;
  private final Sql requests;
  private final Sql work;
  private final Sql bulk;
  private final Sql health;
  private final @Nullable Replica replica;
  private final ReadRouter reads;
  private final ReadRouter bulkReads;
  private volatile @Nullable UUID id;

  /** Without telemetry; opens no connection yet. */
  public Database(DatabaseConfig config) {
    this(config, OpenTelemetry.noop());
  }

  /** Confines no thread; opens no connection yet. */
  public Database(DatabaseConfig config, OpenTelemetry telemetry) {
    this(config, telemetry, () -> false);
  }

  /**
   * Opens no connection yet.
   *
   * @param isConfined whether the current thread takes at most three quarters of the connections
   *     for requests, together with all others that are confined
   */
  public Database(DatabaseConfig config, OpenTelemetry telemetry, BooleanSupplier isConfined) {
    this.config = config;
    this.requestPool = ConnectionPools.requests(config);
    this.workPool = ConnectionPools.work(config);
    this.bulkPool = ConnectionPools.bulk(config);
    this.healthPool = ConnectionPools.health(config);
    PoolMetrics.watch(telemetry, requestPool, workPool, bulkPool, healthPool);
    var statements = new StatementTelemetry(telemetry, config.service().database());
    this.requests =
        new Sql(
            requestPool,
            statements,
            ConnectionShare.of(
                config.requestConnections(), ConnectionShare.BATCHES_MAX, isConfined));
    this.work = new Sql(workPool, statements, ConnectionShare.WHOLE);
    this.bulk = new Sql(bulkPool, statements, ConnectionShare.WHOLE);
    this.health = new Sql(healthPool, statements, ConnectionShare.WHOLE);
    var login = config.replica();
    var meters = new ReplicaMetrics(telemetry);
    this.replica = login == null ? null : new Replica(config, login, telemetry, meters, isConfined);
    this.reads = reads(requests, replica == null ? null : replica.requests());
    this.bulkReads = reads(bulk, replica == null ? null : replica.bulk());
  }

  /** The id that the first migration gave to this database; read once. */
  public UUID id() {
    var known = id;
    if (known == null) {
      known = read(requests);
      id = known;
    }
    return known;
  }

  /**
   * Whether the database answers and has its tables. Uses its own connection at each call, so that
   * an instance with busy pools stays ready.
   */
  public boolean isReady() {
    try {
      read(health);
      return true;
    } catch (PortUnavailable | IllegalStateException e) {
      return false;
    }
  }

  /** Whether the replica answers, and is one; false where there is none. */
  public boolean isReplicaUp() {
    return replica != null && replica.isUp();
  }

  /** Ends every connection. */
  @Override
  public void close() {
    requestPool.close();
    workPool.close();
    bulkPool.close();
    healthPool.close();
    if (replica != null) {
      replica.close();
    }
  }

  /** Closes idle connections, and busy ones after use: new sessions read a role's settings. */
  public void renewSessions() {
    requestPool.getHikariPoolMXBean().softEvictConnections();
    workPool.getHikariPoolMXBean().softEvictConnections();
    bulkPool.getHikariPoolMXBean().softEvictConnections();
  }

  public DatabaseConfig config() {
    return config;
  }

  public Login login() {
    return config.service();
  }

  public Sql requests() {
    return requests;
  }

  public Sql work() {
    return work;
  }

  /** For requested work that takes longer than a request may: few connections, none kept idle. */
  public Sql bulk() {
    return bulk;
  }

  /** For larger reads of requests: lists, statistics. */
  public ReadRouter reads() {
    return reads;
  }

  /** The same where it may take longer. */
  public ReadRouter bulkReads() {
    return bulkReads;
  }

  private ReadRouter reads(Sql primary, @Nullable Sql copy) {
    return new ReadRouter(primary, requests, replica, copy);
  }

  private static UUID read(Sql sql) {
    return sql.list(ID, row -> row.getObject("id", UUID.class)).stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the database has no identity"));
  }
}
