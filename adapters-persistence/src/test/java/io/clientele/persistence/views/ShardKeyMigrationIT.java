package io.clientele.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.persistence.account.AccountSchema;
import io.clientele.persistence.jdbc.ConnectionPools;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.Sql;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.views.ViewsSample;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests the migration that makes the shard the first column of keys, while instances of the earlier
 * version continue to run.
 */
class ShardKeyMigrationIT {
  private static final Sharding SIXTEEN = new Sharding(16);
  private static final int BATCHES = 60;

  /** A time before this month, for which the earlier version has no partition here. */
  private static final Instant SEALED = Instant.now().minus(40, ChronoUnit.DAYS);

  private static final String HOURS = "SELECT sum(views) FROM view_hour";

  @ParameterizedTest
  @EnumSource
  void theDatabaseNamesTheSameShardAsTheService(TestPostgres postgres) {
    for (var shards : List.of(new Sharding(1), new Sharding(16), new Sharding(256))) {
      try (var database = new Database(DatabaseConfig.of(postgres.bare()))) {
        TestPostgres.migrate(database, shards);
        var ids = Stream.generate(UUID::randomUUID).limit(500).toArray(UUID[]::new);
        var sql = "SELECT id, view_shard_of(id) FROM unnest(?::uuid[]) AS id";
        database
            .work()
            .list(sql, row -> Map.entry(row.getObject(1, UUID.class), row.getInt(2)), (Object) ids)
            .forEach(of -> assertThat(of.getValue()).isEqualTo(shards.of(of.getKey()).number()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void instancesOfBothVersionsCountEachViewOnceBeforeDuringAndAfterTheMigration(
      TestPostgres postgres) throws Exception {
    var login = postgres.bare();
    migrateToVersionBefore(login);
    var accounts = new ViewsSample(1).subjects(30);
    try (var database = new Database(DatabaseConfig.of(login));
        var threads = Executors.newFixedThreadPool(4);
        AutoCloseable _ = threads::shutdownNow) {
      var before = new VersionBeforeShardKeys(database);
      var hasBegun = new CountDownLatch(BATCHES / 3);
      var isDone = new AtomicBoolean();
      var old = List.of(new ViewsSample(2).writer(), new ViewsSample(3).writer());
      var running = new ArrayList<java.util.concurrent.Future<?>>();
      old.forEach(
          writer ->
              running.add(
                  threads.submit(
                      () -> write(database, writer, accounts, hasBegun, before::apply))));
      var reader = threads.submit(() -> watch(before, accounts.getFirst(), isDone));
      hasBegun.await();
      TestPostgres.migrate(database, SIXTEEN);
      var ledger = new JdbcViewLedger(database);
      write(
          database,
          new ViewsSample(4).writer(),
          accounts,
          hasBegun,
          (shard, batch) -> ledger.apply(shard, batch).verdict() == ApplyVerdict.OK);
      for (var each : running) {
        each.get();
      }
      isDone.set(true);
      reader.get();
      var expected = 3L * BATCHES;
      assertThat(ledger.totals(accounts).views().values()).containsOnly(expected);
      assertThat(accounts).allSatisfy(id -> assertThat(before.total(id)).isEqualTo(expected));
      assertThat(number(database, HOURS)).isEqualTo(expected * accounts.size());
      for (var table : List.of("view_total", "view_hour")) {
        var wrong = "SELECT count(*) FROM $table WHERE shard <> view_shard_of(account_id)";
        assertThat(number(database, wrong.replace("$table", table))).as(table).isZero();
      }
      before.moveOldHours();
      assertThat(number(database, HOURS)).isEqualTo(expected * accounts.size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void totalsHoursAndDaysOfTheVersionBeforeAreTakenOver(TestPostgres postgres) {
    var login = postgres.bare();
    migrateToVersionBefore(login);
    try (var database = new Database(DatabaseConfig.of(login))) {
      var id = new ViewsSample(1).subject();
      var work = database.work();
      work.update("INSERT INTO view_total (account_id, views) VALUES (?, 7)", id);
      work.update("INSERT INTO view_day VALUES ('2025-01-01 00:00Z', ?, 3)", id);
      work.update("INSERT INTO view_hour VALUES ('2024-02-03 04:00Z', ?, 1)", id);
      work.update(
          "INSERT INTO view_hour VALUES (date_trunc('hour', now() - interval '960 hours', 'UTC'),"
              + " ?, 3)",
          id);
      TestPostgres.migrate(database, SIXTEEN);
      var shard = (long) SIXTEEN.of(id).number();
      assertThat(number(database, "SELECT shard * 100 + views FROM view_total"))
          .isEqualTo(shard * 100 + 7);
      assertThat(number(database, "SELECT shard * 100 + views FROM view_day"))
          .isEqualTo(shard * 100 + 3);
      assertThat(number(database, HOURS)).isEqualTo(4);
      assertThat(number(database, "SELECT sum(views) FROM views_published_hour")).isEqualTo(4);
      assertThat(number(database, "SELECT count(*) FROM view_hour_elsewhen")).isEqualTo(2);
      new VersionBeforeShardKeys(database).moveOldHours();
      assertThat(number(database, "SELECT sum(views) FROM view_day")).isEqualTo(4);
      new DailyRollup(database).move();
      assertThat(number(database, HOURS)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBatchTouchesRowsOfItsShardAlone(TestPostgres postgres) {
    try (var database = postgres.migrated()) {
      database
          .work()
          .update("DROP INDEX view_total_by_account, view_hour_by_account, view_day_by_account");
      var plan =
          database.work().transaction(connection -> plan(connection, new ViewsSample(1).subject()));
      var scans = plan.stream().filter(line -> line.contains(" on view_total")).toList();
      assertThat(scans).isNotEmpty();
      assertThat(plan).noneMatch(line -> line.contains("Seq Scan on view_"));
      for (var i = 0; i < plan.size(); i++) {
        if (plan.get(i).matches(".*Index (Only )?Scan using .* on view_(total|hour).*")) {
          assertThat(plan.get(i + 1))
              .as(plan.get(i))
              .contains("Index Cond: (")
              .contains("(shard = 3)");
        }
      }
    }
  }

  private static List<String> plan(java.sql.Connection connection, UUID id)
      throws java.sql.SQLException {
    Sql.update(connection, "SET LOCAL enable_seqscan = off");
    var hour = Instant.parse("2026-11-29T12:00:00Z").atOffset(ZoneOffset.UTC);
    var ids = Sql.uuids(connection, List.of(id));
    long[] one = {1};
    return Sql.list(
        connection,
        "EXPLAIN (COSTS OFF) " + ShardPosting.POST,
        row -> row.getString(1),
        3,
        3,
        hour,
        ids,
        one,
        3,
        3,
        3,
        3,
        3,
        ids,
        one,
        one,
        3,
        3);
  }

  /** Adds one view of every account in each of many batches, shard by shard. */
  private static void write(
      Database database,
      WriterId writer,
      List<UUID> accounts,
      CountDownLatch hasBegun,
      BiPredicate<Shard, SealedBatch> apply) {
    new JdbcViewLedger(database).register(writer, DeliveryPath.STAGING, SIXTEEN.all());
    for (var seq = 0L; seq < BATCHES; seq++) {
      for (var shard : SIXTEEN.all()) {
        var ids = accounts.stream().filter(id -> SIXTEEN.of(id).equals(shard)).toList();
        var span =
            new OffsetRange(
                new Offset(seq, seq * ids.size()), new Offset(seq + 1, (seq + 1) * ids.size()));
        var counts = new java.util.HashMap<UUID, Long>();
        ids.forEach(id -> counts.put(id, 1L));
        var batch = new SealedBatch(Map.of(writer, span), ViewCounts.of(counts), SEALED);
        while (!isApplied(shard, batch, apply)) {
          if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("the test ended");
          }
        }
      }
      hasBegun.countDown();
    }
  }

  private static boolean isApplied(
      Shard shard, SealedBatch batch, BiPredicate<Shard, SealedBatch> apply) {
    try {
      return apply.test(shard, batch);
    } catch (PortUnavailable away) {
      return false;
    }
  }

  /** Reads totals until the end; fails if a total decreases or a read fails. */
  private static long watch(VersionBeforeShardKeys before, UUID account, AtomicBoolean isDone) {
    var last = 0L;
    while (!isDone.get()) {
      var now = before.total(account);
      assertThat(now).isGreaterThanOrEqualTo(last);
      last = now;
    }
    return last;
  }

  private static void migrateToVersionBefore(Login login) {
    Flyway.configure()
        .dataSource(ConnectionPools.unpooled(login))
        .javaMigrations(AccountSchema.contribution().migrations().toArray(JavaMigration[]::new))
        .placeholders(ViewsSchema.contribution(SIXTEEN).placeholders())
        .target("202611291122")
        .load()
        .migrate();
  }

  private static long number(Database database, String sql) {
    return database.work().list(sql, row -> row.getLong(1)).getFirst();
  }
}
