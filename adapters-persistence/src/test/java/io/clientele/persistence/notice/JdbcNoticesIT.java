package io.clientele.persistence.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.Notices;
import io.clientele.domain.task.Tasks;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.task.JdbcTasks;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.notice.NoticeChoicesContract;
import io.clientele.testkit.notice.NoticesContract;
import org.junit.jupiter.api.Test;

class JdbcNoticesIT implements NoticesContract {
  private final Database database = TestPostgres.V18.emptied();

  @Override
  public Notices notices() {
    return new JdbcNotices(database, TestPostgres.CHANGES.subjectKeys());
  }

  @Override
  public NoticeChoices choices() {
    return new JdbcNoticeChoices(database, TestPostgres.CHANGES);
  }

  @Override
  public Tasks tasks() {
    return new JdbcTasks(database, TestPostgres.CHANGES);
  }

  @Override
  public Notices noticesAway() {
    return new JdbcNotices(TestPostgres.away(), TestPostgres.CHANGES.subjectKeys());
  }

  @Test
  void theNoticesOfARemovedOperatorAreRemovedWithItsChoice() {
    eachOperatorThatChoseTheKindGetsOneTask();
    choices().remove(NoticeChoicesContract.ADA);
    assertThat(database.work().list("SELECT source FROM notice", row -> row.getString(1)))
        .isEmpty();
  }
}
