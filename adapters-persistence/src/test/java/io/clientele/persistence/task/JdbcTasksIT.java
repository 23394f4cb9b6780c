package io.clientele.persistence.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.task.NewTask;
import io.clientele.domain.task.TaskId;
import io.clientele.domain.task.Tasks;
import io.clientele.domain.task.Tasks.Added;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.task.TasksContract;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
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

  private static NewTask mail() {
    var id = TaskId.of(Sample.BEGINNING, new Random(1));
    return new NewTask(id, "mail", "1", null, Sample.BEGINNING, "Ada Lovelace", null);
  }
}
