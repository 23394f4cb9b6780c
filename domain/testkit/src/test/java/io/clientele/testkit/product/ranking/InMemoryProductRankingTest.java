package io.clientele.testkit.product.ranking;

import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.inmemory.product.ranking.InMemoryProductRanking;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public class InMemoryProductRankingTest implements ProductRankingContract {
  private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(4, 2));
  private final Map<ProductId, String> titles = new HashMap<>();

  @Override
  public ProductRanking ranking() {
    return new InMemoryProductRanking(ledger, id -> Optional.ofNullable(titles.get(id)));
  }

  @Override
  public ProductRanking unreachableRanking() {
    var away = new InMemoryViewLedger(new Sharding(4, 2));
    away.startOutage();
    return new InMemoryProductRanking(away, id -> Optional.empty());
  }

  @Override
  public ViewLedger ledger() {
    return ledger;
  }

  @Override
  public void create(ProductId id) {
    titles.put(id, ProductRankingContract.titleOf(id));
  }
}
