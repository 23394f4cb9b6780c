package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.counter.ViewCounter;
import io.clientele.cache.Redis;
import io.clientele.cache.RedisConfig;
import io.clientele.cache.views.RedisViewStaging;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.audit.AuditSchema;
import io.clientele.persistence.event.EventSchema;
import io.clientele.persistence.identity.IdentitySchema;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.migration.SchemaMigration;
import io.clientele.persistence.views.JdbcFlushLog;
import io.clientele.persistence.views.JdbcViewLedger;
import io.clientele.persistence.views.ViewsSchema;
import io.clientele.testbed.Await;
import io.clientele.testbed.server.PostgresProcess;
import io.clientele.testbed.server.RedisProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is restored twice, first from too old a backup and then from a newer one, and Redis
 * goes back with it each time. A writer lives through both restores.
 */
class RepeatedRestoreIT {
  private static final Sharding SHARDS = new Sharding(2);
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private Path folder;
  private PostgresProcess postgres;
  private RedisProcess redis;
  private Database database;
  private Redis client;
  private ViewCounter writer;
  private ViewCounter flusher;

  @BeforeEach
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    postgres = PostgresProcess.start(Files.createDirectories(folder.resolve("postgres")));
    redis = RedisProcess.start(Files.createDirectories(folder.resolve("redis")));
    postgres.url("views");
    var place = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/views";
    database = new Database(DatabaseConfig.of(new Login(place, "postgres", null)));
    migrate();
    var nodes = RedisConfig.parse(redis.url()).nodes();
    client = new Redis(new RedisConfig(nodes, false, WITHIN));
    writer = counter();
    flusher = counter();
  }

  @AfterEach
  void stop() {
    client.close();
    database.close();
    redis.close();
    postgres.close();
  }

  @Test
  void noViewIsCountedTwiceAndTheReconciliationIsTrue() throws Exception {
    var accounts = Stream.generate(UUID::randomUUID).limit(40).toList();
    var tooOld = copy("too-old");
    count(accounts.subList(0, 20));
    flush();
    var newer = copy("newer");
    restore(tooOld);
    run(writer, "views-heartbeat");
    count(accounts.subList(20, 40));
    flush();
    assertExact(accounts);
    restore(newer);
    run(writer, "views-heartbeat");
    run(writer, "views-send");
    flush();
    assertExact(accounts);
    var reconciliation = writer.reconcile();
    assertThat(reconciliation.isDegraded()).isFalse();
    assertThat(reconciliation.balanced()).isTrue();
    assertThat(reconciliation.counted()).isEqualTo(40);
    assertThat(reconciliation.applied()).isEqualTo(40);
    assertThat(reconciliation.lost()).isZero();
  }

  private void assertExact(List<UUID> accounts) {
    run(flusher, "views-clean");
    assertThat(flusher.live(accounts).values())
        .allSatisfy(total -> assertThat(total.isDegraded()).isFalse())
        .extracting(LiveTotal::persisted)
        .containsOnly(1L);
  }

  private void count(List<UUID> accounts) {
    accounts.forEach(writer.recorder()::count);
    run(writer, "views-send");
  }

  /** Another process flushes, so that the writer keeps what it has sent. */
  private void flush() {
    assertThat(flusher.flush(WITHIN)).isPresent();
  }

  private static void run(ViewCounter counter, String job) {
    counter.jobs().stream()
        .filter(each -> each.name().equals(job))
        .forEach(each -> each.work().run());
  }

  private ViewCounter counter() {
    return new ViewCounter(
        new RedisViewStaging(client, database.id()),
        new JdbcViewLedger(database),
        new JdbcFlushLog(database),
        ViewCounterSettings.of(Duration.ofMinutes(5)));
  }

  private void migrate() {
    var contributions =
        List.of(
            AccountSchema.contribution(),
            AuditSchema.contribution(),
            EventSchema.contribution(),
            IdentitySchema.contribution(),
            ViewsSchema.contribution(SHARDS));
    new SchemaMigration(database, contributions).run();
  }

  /** Copies the files of both servers at one instant. */
  private Path copy(String name) throws IOException, InterruptedException {
    var copy = Files.createDirectories(folder.resolve(name));
    redis.freeze();
    postgres.copyTo(copy.resolve("postgres"));
    copy(folder.resolve("redis"), copy);
    redis.thaw();
    return copy;
  }

  /** Kills both servers and starts them on older files. */
  private void restore(Path copy) throws IOException, InterruptedException {
    redis.kill();
    postgres.restoreFrom(copy.resolve("postgres"));
    program("rm", "-r", folder.resolve("redis").toString());
    copy(copy.resolve("redis"), folder);
    redis.startAgain();
    redis.awaitReady();
    Await.until("both servers answer", this::answers);
  }

  /** Each pool of connections has one of the new server. */
  private boolean answers() {
    var ledger = new JdbcViewLedger(database);
    for (var shard : SHARDS.all()) {
      new RedisViewStaging(client, database.id()).segments(shard);
      ledger.applied(shard);
    }
    return ledger.snapshots(SHARDS.all()).size() == SHARDS.count();
  }

  private static void copy(Path from, Path to) throws IOException, InterruptedException {
    program("cp", "-a", from.toString(), to.toString());
  }

  private static void program(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
