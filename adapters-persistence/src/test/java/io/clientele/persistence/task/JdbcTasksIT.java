package io.clientele.persistence.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.Tasks;
import io.clientele.domain.task.Tasks.Added;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.HeldCommit;
import io.clientele.persistence.testbed.HeldSnapshot;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.task.TasksContract;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JdbcTasksIT implements TasksContract {
  private final Database database = TestPostgres.V18.emptied();
  private final TaskWriter writer = new TaskWriter(TestPostgres.CHANGES.subjectKeys());

  @Override
  public Tasks tasks() {
    return new JdbcTasks(database, TestPostgres.CHANGES);
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public void erase(AccountId account) {
    TestPostgres.erase(database, account);
    TestPostgres.CHANGES.record(
        database.work(),
        transaction -> {
          new TaskEraser().erase(transaction, account, new Sample(9).act());
          transaction.erase(account);
          return true;
        });
  }

  @Override
  public Tasks tasksAway() {
    return new JdbcTasks(TestPostgres.away(), TestPostgres.CHANGES);
  }

  @Test
  void aTaskIsThereExactlyIfItsChangeIsStored() {
    var added =
        TestPostgres.CHANGES.recordIf(
            database.work(),
            result -> false,
            transaction -> writer.add(transaction.connection(), mail()));
    assertThat(added).isEqualTo(Added.STORED);
    assertThat(tasks().list(null, null, 9, Sample.BEGINNING).tasks()).isEmpty();
    TestPostgres.CHANGES.record(
        database.work(), transaction -> writer.add(transaction.connection(), mail()));
    assertThat(tasks().list(null, null, 9, Sample.BEGINNING).tasks()).hasSize(1);
  }

  @Test
  void noPayloadIsReadableInTheTable() {
    tasks().add(mail());
    var stored = database.work().list("SELECT sealed FROM task", row -> row.getBytes(1));
    assertThat(new String(stored.getFirst(), StandardCharsets.ISO_8859_1)).doesNotContain("Ada");
  }

  /** A task that is added first and committed last is older than what was found. */
  @Test
  void aTaskThatCommitsLateIsClaimed() {
    var tasks = tasks();
    tasks.add(mail("first"));
    assertThat(claim(tasks)).containsExactly("first");
    var late =
        HeldCommit.of(
            database, sql -> sql.transaction(connection -> writer.add(connection, mail("late"))));
    tasks.add(mail("early"));
    assertThat(claim(tasks)).containsExactly("early");
    tasks.add(mail("later"));
    assertThat(claim(tasks)).containsExactly("later");
    late.run();
    assertThat(claim(tasks)).containsExactly("late");
  }

  @Test
  void aClaimPassesNoDeletedRowsUnderAHeldSnapshot() throws SQLException {
    var tasks = tasks();
    try (var _ = HeldSnapshot.of(database)) {
      for (var i = 0; i < 20; i++) {
        var round = i;
        addAndEnd(tasks, IntStream.range(0, 100).mapToObj(n -> round + " " + n).toList());
      }
      var seen = snapshot();
      tasks.add(mail("last"));
      assertThat(HeldSnapshot.pages(database, TaskFinder.SINCE_SNAPSHOT, seen, seen, 1_000))
          .isLessThan(40);
      assertThat(HeldSnapshot.pages(database, "SELECT id FROM task ORDER BY run_at LIMIT 1"))
          .as("a walk over deleted rows")
          .isGreaterThan(60);
      assertThat(claim(tasks)).containsExactly("last");
    }
  }

  /** What an instance leased before it died is found by the next full look of another. */
  @Test
  void theTaskOfAnInstanceThatDiedIsClaimedByAnother() {
    var other = tasks();
    assertThat(claim(other)).isEmpty();
    tasks().add(mail("1"));
    var lease = Sample.BEGINNING.plusSeconds(30);
    assertThat(tasks().claim(Set.of("mail"), 9, Sample.BEGINNING, lease)).hasSize(1);
    assertThat(other.claim(Set.of("mail"), 9, lease.minusSeconds(1), lease)).isEmpty();
    var later = Sample.BEGINNING.plusSeconds(61);
    assertThat(other.claim(Set.of("mail"), 9, later, later.plusSeconds(30))).hasSize(1);
  }

  @Test
  void aTaskOfLaterIsClaimedByAnInstanceThatLookedLongBefore() {
    var tasks = tasks();
    var at = Sample.BEGINNING.plus(Duration.ofHours(5));
    var id = TaskId.of(Sample.BEGINNING, new Random(5));
    tasks.add(new NewTask(id, "mail", "far", null, at, "x", null));
    for (var now = Sample.BEGINNING; now.isBefore(at); now = now.plusSeconds(59)) {
      assertThat(tasks.claim(Set.of("mail"), 9, now, now.plusSeconds(30))).isEmpty();
    }
    assertThat(tasks.claim(Set.of("mail"), 9, at, at.plusSeconds(30))).hasSize(1);
  }

  private void addAndEnd(Tasks tasks, List<String> keys) {
    keys.forEach(key -> tasks.add(mail(key)));
    var lease = Sample.BEGINNING.plusSeconds(30);
    var claimed = tasks.claim(Set.of("mail"), keys.size(), Sample.BEGINNING, lease);
    assertThat(claimed).hasSize(keys.size());
    claimed.forEach(tasks::done);
  }

  private static List<String> claim(Tasks tasks) {
    var lease = Sample.BEGINNING.plusSeconds(30);
    return tasks.claim(Set.of("mail"), 9, Sample.BEGINNING, lease).stream()
        .map(ClaimedTask::key)
        .toList();
  }

  private String snapshot() {
    return database
        .work()
        .list("SELECT pg_current_snapshot()::text", row -> row.getString(1))
        .getFirst();
  }

  private static NewTask mail(String key) {
    var id = TaskId.of(Sample.BEGINNING, new Random(key.hashCode()));
    return new NewTask(id, "mail", key, null, Sample.BEGINNING, "x", null);
  }

  private static NewTask mail() {
    var id = TaskId.of(Sample.BEGINNING, new Random(1));
    return new NewTask(id, "mail", "1", null, Sample.BEGINNING, "Ada Lovelace", null);
  }
}
