package io.clientele.persistence.notice;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.StoredAudit;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.notice.NoticeChoicesContract;
import java.util.List;

class JdbcNoticeChoicesIT implements NoticeChoicesContract {
  private final Database database = TestPostgres.V18.emptied();

  @Override
  public NoticeChoices choices() {
    return new JdbcNoticeChoices(database, TestPostgres.CHANGES);
  }

  @Override
  public List<AuditEntry> audit() {
    return StoredAudit.of(database);
  }

  @Override
  public NoticeChoices choicesAway() {
    return new JdbcNoticeChoices(TestPostgres.away(), TestPostgres.CHANGES);
  }
}
