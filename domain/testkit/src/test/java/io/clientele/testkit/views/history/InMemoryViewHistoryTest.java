package io.clientele.testkit.views.history;

import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.inmemory.views.history.InMemoryViewHistory;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;

public class InMemoryViewHistoryTest implements ViewHistoryContract {
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(4, 2));

  @Override
  public ViewHistory history() {
    return new InMemoryViewHistory(ledger);
  }

  @Override
  public ViewHistory unreachableHistory() {
    var away = new InMemoryViewLedger(new Sharding(4, 2));
    away.startOutage();
    return new InMemoryViewHistory(away);
  }

  @Override
  public ViewLedger ledger() {
    return ledger;
  }
}
