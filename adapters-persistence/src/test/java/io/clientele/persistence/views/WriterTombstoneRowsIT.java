package io.clientele.persistence.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests rows of dead writers and their tombstones, which the contract cannot see. */
class WriterTombstoneRowsIT {
  private static final Shard SHARD = new Shard(3);
  private static final Duration SILENT = Duration.ofMinutes(5);
  private static final int CRASHES = 2_500;

  private final ViewsSample sample = new ViewsSample(2);
  private final Database database = postgres().emptied();
  private final JdbcViewLedger ledger = new JdbcViewLedger(database);
  private final WriterId writer = sample.writer();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Test
  void marksGoAfterNinetyDaysAndNotBefore() {
    var older = sample.writer();
    for (var each : List.of(writer, older)) {
      ledger.register(each, DeliveryPath.STAGING, List.of(SHARD));
      ledger.remove(SHARD, each, Offset.START, Duration.ZERO);
    }
    age(writer, "89 days 23 hours");
    age(older, "90 days 1 hour");
    new WriterTombstoneCleanup(database).run();
    assertThat(marks()).containsExactly(writer.value());
    new WriterTombstoneCleanup(database).run();
    assertThat(marks()).containsExactly(writer.value());
  }

  @Test
  void moreOldMarksThanOneStatementTakesGoInOneRun() {
    database
        .work()
        .update(
            """
            INSERT INTO view_writer_mark (shard, writer, via, is_retired, applied, applied_views, accepted_views,
              lost_views, marked_at)
            SELECT 3, gen_random_uuid(), 'STAGING', false, 0, 0, 0, 0, now() - interval '91 days'
            FROM generate_series(1, 10001)
            """);
    new WriterTombstoneCleanup(database).run();
    assertThat(marks()).isEmpty();
  }

  @Test
  void aRowOfAProcessThatReadsNoMarksStaysForAWeekOfSilence() {
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    database.work().update("UPDATE view_writer SET reads_marks = false");
    silentFor("167 hours");
    ledger.remove(SHARD, writer, Offset.START, SILENT);
    assertThat(rows()).containsExactly(writer.value());
    silentFor("169 hours");
    ledger.remove(SHARD, writer, Offset.START, SILENT);
    assertThat(rows()).isEmpty();
    assertThat(marks()).containsExactly(writer.value());
  }

  @Test
  void aRowOfAProcessThatReadsMarksGoesAfterMinutesOfSilence() {
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    silentFor("4 minutes");
    ledger.remove(SHARD, writer, Offset.START, SILENT);
    assertThat(rows()).containsExactly(writer.value());
    silentFor("6 minutes");
    ledger.remove(SHARD, writer, Offset.START, SILENT);
    assertThat(rows()).isEmpty();
  }

  @Test
  void aRowThatTheVersionBeforeMadeDoesNotReadMarks() {
    database
        .work()
        .update(
            "INSERT INTO view_writer (shard, writer, via) VALUES (3, ?, 'STAGING')",
            writer.value());
    silentFor("6 minutes");
    ledger.remove(SHARD, writer, Offset.START, SILENT);
    assertThat(rows()).containsExactly(writer.value());
  }

  @Test
  void aTotalReadsOneRowAfterThousandsOfWritersDied() {
    var account = sample.subjects(ledger.shards(), SHARD, 1).getFirst();
    var dead = Stream.generate(sample::writer).limit(CRASHES).toList();
    dead.forEach(each -> ledger.register(each, DeliveryPath.STAGING, List.of(SHARD)));
    ledger.register(writer, DeliveryPath.STAGING, List.of(SHARD));
    var before = micros(account);
    assertThat(rowsRead(account)).isEqualTo(CRASHES + 1);
    dead.forEach(each -> ledger.remove(SHARD, each, Offset.START, Duration.ZERO));
    assertThat(rowsRead(account)).isEqualTo(1);
    System.out.printf(
        "a total beside %,d dead writers: %,d µs with their rows, %,d with their marks%n",
        CRASHES, before, micros(account));
  }

  private int rowsRead(UUID account) {
    return ledger.totals(List.of(account)).staged().get(SHARD).byWriter().size();
  }

  /** The median of some reads. */
  private long micros(UUID account) {
    return Stream.generate(
            () -> {
              var began = System.nanoTime();
              ledger.totals(List.of(account));
              return (System.nanoTime() - began) / 1_000;
            })
        .limit(101)
        .sorted()
        .toList()
        .get(50);
  }

  private void age(WriterId of, String by) {
    database
        .work()
        .update(
            "UPDATE view_writer_mark SET marked_at = now() - ?::interval WHERE writer = ?",
            by,
            of.value());
  }

  private void silentFor(String span) {
    database.work().update("UPDATE view_writer SET heartbeat = now() - ?::interval", span);
  }

  private List<UUID> rows() {
    return uuids("SELECT writer FROM view_writer");
  }

  private List<UUID> marks() {
    return uuids("SELECT writer FROM view_writer_mark");
  }

  private List<UUID> uuids(String sql) {
    return database.work().list(sql, row -> row.getObject(1, UUID.class));
  }
}
