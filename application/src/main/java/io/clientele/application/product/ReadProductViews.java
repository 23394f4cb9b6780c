package io.clientele.application.product;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.Products;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.ViewTotals;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads how often customers viewed a product. Counts no view. */
public final class ReadProductViews {
  private final Products products;
  private final ViewTotals totals;

  public ReadProductViews(Products products, ViewTotals totals) {
    this.products = Objects.requireNonNull(products, "products");
    this.totals = Objects.requireNonNull(totals, "totals");
  }

  /** Returns the total of the product up to now, if there is one of this id. */
  public Access<Optional<LiveTotal>> read(Actor actor, ProductId id) {
    return Access.when(
        actor.may(ProductPermission.VIEW_PRODUCTS),
        () -> products.find(id).map(product -> total(id)));
  }

  private LiveTotal total(ProductId id) {
    var subject = SubjectKind.PRODUCT.subject(id.value());
    var total =
        Objects.requireNonNull(
            totals.live(List.of(subject)).get(subject), "every subject has a total");
    return new LiveTotal(
        id.value(), total.total(), total.persisted(), total.pending(), total.asOf());
  }
}
