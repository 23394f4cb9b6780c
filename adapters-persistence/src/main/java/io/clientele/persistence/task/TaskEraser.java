package io.clientele.persistence.task;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;

/** Removes the tasks and dead letters of an erased account. */
public final class TaskEraser implements PersonalDataEraser {
  private static final String TASKS = "DELETE FROM task WHERE account_id = ?";
  private static final String LETTERS = "DELETE FROM task_dead_letter WHERE account_id = ?";

  /** Creates an eraser; it has no state. */
  public TaskEraser() {}

  @Override
  public void erase(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    Sql.update(transaction.connection(), TASKS, account.value());
    Sql.update(transaction.connection(), LETTERS, account.value());
  }
}
