package io.clientele.application.product;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductEvent;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductPrice;
import io.clientele.domain.product.Products;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adds a price to a product. */
public final class PriceProduct {
  private final Products products;
  private final Assets assets;
  private final IdempotencyGuard<ProductOutcome> guard;
  private final InstantSource clock;

  public PriceProduct(
      Products products, Assets assets, IdempotencyStore responses, InstantSource clock) {
    Objects.requireNonNull(responses, "responses");
    this.products = Objects.requireNonNull(products, "products");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.guard = new IdempotencyGuard<>(responses, ProductUpdate.EARLIER);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The price to add.
   *
   * @param amount as clients write it
   * @param from null for now
   * @param to null for no end
   */
  public record Request(
      AssetCode currency, String amount, @Nullable Instant from, @Nullable Instant to) {
    public Request {
      Objects.requireNonNull(currency, "currency");
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * Adds the price. It ends the price that is in force when it begins; without an end it lasts
   * until the next planned price.
   *
   * @param request read once the product is found
   * @param once null for a request without a key; asked once the request is read
   * @throws InvalidValue if the request breaks a rule
   */
  public ProductOutcome price(
      Actor actor,
      ProductId id,
      Supplier<Request> request,
      Supplier<@Nullable Idempotent<ProductOutcome.Priced>> once) {
    if (!actor.may(ProductPermission.CHANGE_PRODUCTS)) {
      return new ProductOutcome.Denied();
    }
    if (products.find(id).isEmpty()) {
      return new ProductOutcome.NoSuchProduct();
    }
    var asked = request.get();
    var currency = currency(asked.currency);
    var key = once.get();
    return OptimisticUpdate.run(
        () ->
            Optional.of(attempt(actor, id, new Terms(asked, currency), key))
                .filter(outcome -> !(outcome instanceof ProductOutcome.Overtaken)),
        new ProductOutcome.Overtaken());
  }

  /** A request and the asset of its currency. */
  private record Terms(Request request, Asset currency) {
    ProductPrice at(Instant now) {
      var from = request.from == null ? now : request.from;
      var minor = ProductPrice.parseAmount(request.amount, currency);
      return new ProductPrice(currency, minor, from, request.to);
    }
  }

  private ProductOutcome attempt(
      Actor actor, ProductId id, Terms terms, @Nullable Idempotent<ProductOutcome.Priced> once) {
    var found = products.find(id);
    if (found.isEmpty()) {
      return new ProductOutcome.NoSuchProduct();
    }
    var by = actor.acts(clock.instant());
    // Ask after the product is read: if it shows the effect of the key's request, its response is
    // stored by now.
    var earlier = guard.earlier(once, by.at());
    return earlier.isPresent() ? earlier.get() : price(found.get(), terms.at(by.at()), by, once);
  }

  private ProductOutcome price(
      Product product,
      ProductPrice price,
      Provenance by,
      @Nullable Idempotent<ProductOutcome.Priced> once) {
    var change = product.price(price, by);
    if (change.isEmpty()) {
      return new ProductOutcome.PriceOverlaps();
    }
    var priced = priced(change.get());
    return ProductUpdate.save(
        products, once == null ? change.get() : change.get().keeping(once.kept(priced)), priced);
  }

  private static ProductOutcome.Priced priced(Change<Product> change) {
    var event = (ProductEvent.Priced) change.events().get(0);
    return new ProductOutcome.Priced(event.added(), ProductUpdate.stored(change).version());
  }

  private Asset currency(AssetCode code) {
    return assets
        .find(code)
        .filter(asset -> asset.kind() == Asset.Kind.MONEY)
        .orElseThrow(
            () -> new InvalidValue("currency", "must be the code of an asset of kind money"));
  }
}
