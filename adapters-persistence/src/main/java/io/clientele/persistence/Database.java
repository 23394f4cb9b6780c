package io.clientele.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.clientele.domain.PortUnavailable;
import io.clientele.domain.views.Shards;
import io.clientele.persistence.DatabaseConfig.Login;
import io.opentelemetry.api.OpenTelemetry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one PostgreSQL database, 15 or newer. It may be away when this is made, and
 * any time later: then calls throw {@link PortUnavailable} within 2 seconds.
 */
public final class Database implements AutoCloseable {
  private static final String IDENTITY = "SELECT id, shards FROM database_identity";

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
  private final Reads reads;
  private final Reads bulkReads;
  private volatile @Nullable Identity identity;

  /** Without telemetry; opens no connection yet. */
  public Database(DatabaseConfig config) {
    this(config, OpenTelemetry.noop());
  }

  /** Opens no connection yet. */
  public Database(DatabaseConfig config, OpenTelemetry telemetry) {
    this.config = config;
    this.requestPool = Pools.requests(config);
    this.workPool = Pools.work(config);
    this.bulkPool = Pools.bulk(config);
    this.healthPool = Pools.health(config);
    PoolMeters.watch(telemetry, requestPool, workPool, bulkPool, healthPool);
    var statements = new Statements(telemetry, config.service().database());
    this.requests = new Sql(requestPool, statements);
    this.work = new Sql(workPool, statements);
    this.bulk = new Sql(bulkPool, statements);
    this.health = new Sql(healthPool, statements);
    var login = config.replica();
    var meters = new ReplicaMeters(telemetry);
    this.replica = login == null ? null : new Replica(config, login, telemetry, meters);
    this.reads = reads(requests, replica == null ? null : replica.requests());
    this.bulkReads = reads(bulk, replica == null ? null : replica.bulk());
  }

  /**
   * Which database this is, as its first migration made it.
   *
   * @param shards in which it counts views
   */
  public record Identity(UUID id, Shards shards) {}

  /**
   * Brings the tables up to date, however many do so at once, and sets what the service's role
   * needs if the owner may do that. The first time it makes a database of so many shards.
   *
   * @throws ShardCountMismatch if it was made with another number
   */
  public void migrate(Shards shards) {
    new Migration(config).run(shards);
    // Settings of a role hold for sessions that begin after them.
    requestPool.getHikariPoolMXBean().softEvictConnections();
    workPool.getHikariPoolMXBean().softEvictConnections();
    bulkPool.getHikariPoolMXBean().softEvictConnections();
    requireShards(shards);
  }

  /**
   * Compares with what is configured.
   *
   * @throws ShardCountMismatch if it was made with another number
   */
  public void requireShards(Shards shards) {
    var stored = identity().shards();
    if (!stored.equals(shards)) {
      throw new ShardCountMismatch(stored, shards);
    }
  }

  /** Read once: it never changes. */
  public Identity identity() {
    var known = identity;
    if (known == null) {
      known = read(requests);
      identity = known;
    }
    return known;
  }

  /**
   * Whether it answers, and has its tables; asks it each time, on a connection of its own: that all
   * others are busy makes nobody ready to be replaced.
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

  Login login() {
    return config.service();
  }

  Sql requests() {
    return requests;
  }

  Sql work() {
    return work;
  }

  /** For what people ask and that takes longer than a request may: few at once, none to wait. */
  Sql bulk() {
    return bulk;
  }

  /** What requests read and may be much: lists, figures. */
  Reads reads() {
    return reads;
  }

  /** The same where it may take longer. */
  Reads bulkReads() {
    return bulkReads;
  }

  private Reads reads(Sql primary, @Nullable Sql copy) {
    return new Reads(primary, requests, replica, copy);
  }

  private static Identity read(Sql sql) {
    return sql
        .list(
            IDENTITY,
            row -> new Identity(row.getObject("id", UUID.class), new Shards(row.getInt("shards"))))
        .stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the database has no identity"));
  }
}
