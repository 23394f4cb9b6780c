package io.clientele.testkit.notice;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.notice.InMemoryNoticeChoices;
import java.util.List;

class InMemoryNoticeChoicesTest implements NoticeChoicesContract {
  private final InMemoryChangeStore changes = new InMemoryChangeStore();

  @Override
  public NoticeChoices choices() {
    return new InMemoryNoticeChoices(changes);
  }

  @Override
  public List<AuditEntry> audit() {
    return changes.entries();
  }

  @Override
  public NoticeChoices choicesAway() {
    var away = new InMemoryNoticeChoices(changes);
    away.startOutage();
    return away;
  }
}
