package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.bootstrap.SkewedClockService;
import io.clientele.testbed.Await;
import io.clientele.testbed.FileLocks;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.SkewedClock;
import io.clientele.testbed.load.LatencyRecorder.Summary;
import io.clientele.testbed.load.OpenLoopReads;
import io.clientele.testbed.network.FaultyProxy;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.PostgresStandby;
import io.clientele.testbed.server.RedisProcess;
import io.clientele.testbed.service.ServiceLauncher;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * PostgreSQL and Redis behind faulty proxies, instances of the service, and a steady load. After
 * each fault it checks that every view was counted once.
 */
final class FaultTestbed implements AutoCloseable {
  private static final Duration BEFORE = Duration.ofMillis(LongProfile.IS_ACTIVE ? 20_000 : 500);
  private static final Duration AFTER = Duration.ofMillis(LongProfile.IS_ACTIVE ? 20_000 : 1_500);
  private static final int PER_SECOND = 200;
  private static final int ACCOUNTS = 20;

  PostgresProcess postgres;
  final FaultyProxy toPostgres;
  final FaultyProxy toRedis;
  RedisProcess redis;
  final List<ServiceProcess> instances = new ArrayList<>();
  private PostgresProcess standby;
  final SkewedClock serviceClock;
  final SkewedClock postgresClock;
  private final Kind kind;
  private final Path folder;
  private final String databaseUrl;
  private final Map<String, String> more;
  private final List<String> accounts = new ArrayList<>();
  private final String key;

  private FaultTestbed(Path folder, int count, Map<String, String> more, Kind kind)
      throws Exception {
    this.folder = folder;
    this.kind = kind;
    serviceClock = SkewedClock.in(folder, "service");
    postgresClock = SkewedClock.in(folder, "postgres");
    this.more = new HashMap<>(more);
    this.more.putIfAbsent("VIEWS_FLUSH_INTERVAL", "PT1S");
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    redis = RedisProcess.start(Files.createDirectories(folder.resolve("redis")));
    toPostgres = FaultyProxy.before(postgres.port());
    toRedis = FaultyProxy.before(redis.port());
    var direct = postgres.url("accounts");
    var url = direct.replace(":" + postgres.port() + "/", ":" + toPostgres.port() + "/");
    if (kind == Kind.CLOCKS) {
      postgres.startAgain(postgresClock.environment());
    }
    standby = kind == Kind.STANDBY ? synchronous(postgres, folder.resolve("standby")) : null;
    databaseUrl =
        standby == null
            ? url
            : url.replace("/accounts", ",127.0.0.1:" + standby.port() + "/accounts")
                + "?targetServerType=primary";
    try {
      key = populate(count);
    } catch (Exception | AssertionError e) {
      close();
      throw e;
    }
  }

  private String populate(int count) throws IOException, InterruptedException {
    for (var i = 0; i < count; i++) {
      instances.add(launch());
    }
    instances.forEach(ServiceProcess::awaitReady);
    for (var i = 0; i < ACCOUNTS; i++) {
      accounts.add(instances.getFirst().open("Client %d".formatted(i)));
    }
    return instances.getFirst().issueKey("{\"name\": \"load\", \"roles\": [\"operator\"]}");
  }

  static FaultTestbed set(Path folder, int instances, Map<String, String> more) {
    return set(folder, instances, more, Kind.PLAIN);
  }

  /** Starts one instance with a primary and a synchronous standby. */
  static FaultTestbed withStandby(Path folder) {
    return set(folder, 1, Map.of(), Kind.STANDBY);
  }

  /** Starts one instance and its PostgreSQL, each with a clock of its own. */
  static FaultTestbed withClocks(Path folder) {
    return set(folder, 1, Map.of(), Kind.CLOCKS);
  }

  private static FaultTestbed set(Path folder, int instances, Map<String, String> more, Kind kind) {
    try {
      return new FaultTestbed(folder, instances, more, kind);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private enum Kind {
    PLAIN,
    STANDBY,
    CLOCKS
  }

  /** An action on one of the servers. */
  interface Action {
    void happen() throws Exception;
  }

  /**
   * The result of one fault.
   *
   * @param recoveryMillis from the end of the fault to the last failed request
   * @param missing answered views that are not in PostgreSQL
   */
  record Outcome(
      Summary before,
      Summary during,
      Summary after,
      double recoveryMillis,
      long views,
      long missing) {
    /** Adds a row to the report. */
    void put(String name) {
      put(name, "" + missing);
    }

    /** Adds a row to the report, with a text for the missing views. */
    void put(String name, String allMissing) {
      FaultReport.put(
          name,
          before.requests() + during.requests() + after.requests(),
          during.failed() + after.failed() + " " + during.how(),
          before.p50(),
          before.p99(),
          during.p50(),
          during.p99(),
          during.slowestFailed(),
          recoveryMillis,
          views,
          allMissing);
    }
  }

  /** Runs a fault of this length under load; then counts whether every view is stored once. */
  Outcome during(Duration fault, Action begin, Action end) throws Exception {
    settle();
    var stood = persisted();
    try (var _ = FileLocks.take(FileLocks.CORES);
        var load = load()) {
      Await.pause(BEFORE);
      var warm = System.nanoTime();
      Await.pause(BEFORE);
      var begun = System.nanoTime();
      begin.happen();
      Await.pause(fault.minusNanos(System.nanoTime() - begun));
      var mended = System.nanoTime();
      end.happen();
      var ended = System.nanoTime();
      Await.pause(AFTER);
      load.end();
      settle();
      return new Outcome(
          load.between(warm, begun),
          load.between(begun, mended),
          load.between(mended, Long.MAX_VALUE / 2 + mended / 2),
          load.lastFailureAfter(ended),
          load.answered(),
          missing(load, stood));
    }
  }

  OpenLoopReads load() {
    var next = new AtomicInteger();
    return OpenLoopReads.start(
        accounts,
        () -> instances.get(Math.floorMod(next.getAndIncrement(), instances.size())).port(),
        () -> key,
        new OpenLoopReads.LoadProfile(PER_SECOND));
  }

  /** Waits until the views of all living instances are durable and the reconciliation balances. */
  void settle() {
    for (var instance : instances) {
      Await.until(
          "a flush of everything", () -> instance.post("/v1/view-flushes", "").statusCode() == 200);
    }
    Await.until(
        "the reconciliation balances",
        () -> instances.getFirst().json("/v1/view-reconciliation").get("balanced").asBoolean());
  }

  /**
   * Returns the answered views that are not stored. Fails if a view is stored that was not sent.
   */
  long missing(OpenLoopReads load, List<Long> stood) throws SQLException {
    var now = persisted();
    var missing = 0L;
    for (var i = 0; i < accounts.size(); i++) {
      var views = now.get(i) - stood.get(i);
      assertThat(views).as("nothing counted twice").isLessThanOrEqualTo(load.sent(i));
      missing += Math.max(0, load.answered(i) - views);
    }
    return missing;
  }

  List<Long> persisted() throws SQLException {
    var views = new ArrayList<Long>();
    for (var account : accounts) {
      views.add(
          postgres.number(
              "accounts",
              "SELECT coalesce(sum(views), 0) FROM view_total WHERE account_id = '%s'"
                  .formatted(account)));
    }
    return views;
  }

  /** Promotes the standby, which then commits without a standby of its own. */
  void promote() throws SQLException {
    standby.run("SELECT pg_promote()");
    var left = postgres;
    postgres = standby;
    standby = left;
  }

  /** Makes the primary acknowledge a commit once it is on both disks. */
  private static PostgresProcess synchronous(PostgresProcess primary, Path folder)
      throws Exception {
    var standby = PostgresStandby.of(primary, Files.createDirectories(folder));
    primary.run("ALTER SYSTEM SET synchronous_standby_names = '*'");
    primary.run("SELECT pg_reload_conf()");
    Await.until(
        "it waits for the standby",
        () ->
            primary.number(
                    "postgres",
                    "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")
                == 1);
    return standby;
  }

  ServiceProcess launch() {
    var redisUrl = "redis://127.0.0.1:" + toRedis.port();
    return kind == Kind.CLOCKS
        ? ServiceLauncher.by(
            serviceClock,
            SkewedClockService.class,
            folder,
            ServiceLauncher.variables(databaseUrl, redisUrl, more))
        : ServiceLauncher.on(folder, databaseUrl, redisUrl, more);
  }

  List<String> accounts() {
    return accounts;
  }

  String key() {
    return key;
  }

  @Override
  public void close() {
    instances.forEach(ServiceProcess::close);
    toRedis.close();
    toPostgres.close();
    redis.close();
    postgres.close();
    if (standby != null) {
      standby.close();
    }
  }
}
