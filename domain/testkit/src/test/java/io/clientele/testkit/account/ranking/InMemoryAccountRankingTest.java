package io.clientele.testkit.account.ranking;

import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.inmemory.account.ranking.InMemoryAccountRanking;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

public class InMemoryAccountRankingTest implements AccountRankingContract {
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(4));
  private final Map<UUID, String> names = new HashMap<>();

  @Override
  public AccountRanking ranking() {
    return new InMemoryAccountRanking(ledger, id -> Optional.ofNullable(names.get(id)));
  }

  @Override
  public AccountRanking unreachableRanking() {
    var away = new InMemoryViewLedger(new Sharding(4));
    away.startOutage();
    return new InMemoryAccountRanking(away, id -> Optional.empty());
  }

  @Override
  public ViewLedger ledger() {
    return ledger;
  }

  @Override
  public void open(AccountId id) {
    names.put(id.value(), AccountRankingContract.nameOf(id));
  }

  @Override
  public void erase(AccountId id) {
    names.remove(id.value());
  }
}
