package io.clientele.application.product;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.product.ranking.ProductRanking.After;
import io.clientele.domain.product.ranking.ProductRanking.Entry;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ranks products by their views. Counts no view. */
public final class RankProducts {
  private final ProductRanking ranking;

  public RankProducts(ProductRanking ranking) {
    this.ranking = Objects.requireNonNull(ranking, "ranking");
  }

  /**
   * Returns one page, most viewed first, if the actor may see products.
   *
   * @param within null for all time
   */
  public Access<List<Entry>> rank(
      Actor actor, @Nullable ViewPeriod within, @Nullable After after, int limit) {
    return Access.when(
        actor.may(ProductPermission.VIEW_PRODUCTS), () -> ranking.top(within, after, limit));
  }
}
