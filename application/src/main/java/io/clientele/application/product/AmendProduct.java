package io.clientele.application.product;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Products;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** Amends what a product tells about itself, and its status. */
public final class AmendProduct {
  private final Products products;
  private final InstantSource clock;

  public AmendProduct(Products products, InstantSource clock) {
    this.products = Objects.requireNonNull(products, "products");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** What the product is to be. */
  public record Amendment(ProductDetails details, ProductStatus status) {
    public Amendment {
      Objects.requireNonNull(details, "details");
      Objects.requireNonNull(status, "status");
    }
  }

  /**
   * Amends a product. An amendment that changes nothing succeeds for any expected version.
   *
   * @param expected the versions that the caller expects
   * @param amendment runs once the product is found; runs again if another change was first
   * @throws io.clientele.domain.kernel.InvalidValue if the amendment breaks a rule
   */
  public ProductOutcome amend(
      Actor actor, ProductId id, LongPredicate expected, Function<Product, Amendment> amendment) {
    if (!actor.may(ProductPermission.CHANGE_PRODUCTS)) {
      return new ProductOutcome.Denied();
    }
    return OptimisticUpdate.run(
        () ->
            Optional.of(attempt(actor, id, expected, amendment))
                .filter(outcome -> !(outcome instanceof ProductOutcome.Overtaken)),
        new ProductOutcome.Overtaken());
  }

  private ProductOutcome attempt(
      Actor actor, ProductId id, LongPredicate expected, Function<Product, Amendment> amendment) {
    var found = products.find(id);
    if (found.isEmpty()) {
      return new ProductOutcome.NoSuchProduct();
    }
    var product = found.get();
    var wanted = amendment.apply(product);
    var change = product.amend(wanted.details, wanted.status, actor.acts(clock.instant()));
    if (change.isNone()) {
      return new ProductOutcome.Done(product);
    }
    return expected.test(product.version())
        ? ProductUpdate.save(
            products, change, new ProductOutcome.Done(ProductUpdate.stored(change)))
        : new ProductOutcome.VersionMismatch();
  }
}
