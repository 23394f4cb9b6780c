package io.clientele.testkit.views.history;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.testkit.views.ledger.InMemoryViewLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public class InMemoryViewHistoryTest implements ViewHistoryContract {
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(4));
  private final Map<AccountId, String> names = new HashMap<>();

  @Override
  public ViewHistory history() {
    return new InMemoryViewHistory(ledger, id -> Optional.ofNullable(names.get(id)));
  }

  @Override
  public ViewHistory historyAway() {
    var away = new InMemoryViewLedger(new Sharding(4));
    away.goAway();
    return new InMemoryViewHistory(away, id -> Optional.empty());
  }

  @Override
  public ViewLedger ledger() {
    return ledger;
  }

  @Override
  public void open(AccountId id) {
    names.put(id, ViewHistoryContract.nameOf(id));
  }

  @Override
  public void erase(AccountId id) {
    names.remove(id);
  }
}
