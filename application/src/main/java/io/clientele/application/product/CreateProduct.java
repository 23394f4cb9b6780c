package io.clientele.application.product;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductDetails;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductOffer;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.ProductUnit;
import io.clientele.domain.product.Products;
import io.clientele.domain.product.Sku;
import java.time.InstantSource;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Creates a product; for goods, with an asset of its own. */
public final class CreateProduct {
  private final Products products;
  private final Assets assets;
  private final IdempotencyGuard<ProductOutcome> guard;
  private final RandomGenerator random;
  private final InstantSource clock;

  public CreateProduct(
      Products products,
      Assets assets,
      IdempotencyStore responses,
      RandomGenerator random,
      InstantSource clock) {
    Objects.requireNonNull(responses, "responses");
    this.products = Objects.requireNonNull(products, "products");
    this.assets = Objects.requireNonNull(assets, "assets");
    this.guard = new IdempotencyGuard<>(responses, ProductUpdate.EARLIER);
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** What the product is to be. */
  public record Request(Sku sku, ProductDetails details, UnitRequest unit, ProductStatus status) {
    public Request {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(details, "details");
      Objects.requireNonNull(unit, "unit");
      Objects.requireNonNull(status, "status");
    }
  }

  /**
   * In what the product is to be counted.
   *
   * @param asset null unless the kind is asset
   * @param scale null for the scale of the asset, or 0
   */
  public record UnitRequest(
      ProductUnit.Kind kind, @Nullable AssetCode asset, @Nullable Integer scale) {
    public UnitRequest {
      Objects.requireNonNull(kind, "kind");
    }
  }

  /**
   * Stores a new product under a new id.
   *
   * @param once null for a request without a key
   * @throws InvalidValue if the request breaks a rule
   */
  public ProductOutcome create(Actor actor, Request request, @Nullable Idempotent<Product> once) {
    if (!actor.may(ProductPermission.CHANGE_PRODUCTS)) {
      return new ProductOutcome.Denied();
    }
    var unit = unit(request);
    var by = actor.acts(clock.instant());
    var earlier = guard.earlier(once, by.at());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var offer = new ProductOffer(request.sku, unit, request.details, request.status);
    var change = Product.create(ProductId.of(by.at(), random), offer, by);
    var stored = ProductUpdate.stored(change);
    var outcome =
        ProductUpdate.save(
            products,
            once == null ? change : change.keeping(once.kept(stored)),
            new ProductOutcome.Done(stored));
    // A request with the same key may have been first; its response is stored by now.
    return outcome instanceof ProductOutcome.Overtaken
        ? guard.earlier(once, by.at()).orElse(outcome)
        : outcome;
  }

  private ProductUnit unit(Request request) {
    var unit = request.unit;
    var code = unit.asset;
    if ((code != null) != (unit.kind == ProductUnit.Kind.ASSET)) {
      throw new InvalidValue("asset", "must be there exactly for the kind asset");
    }
    if (code != null) {
      return ofAsset(code, unit.scale);
    }
    var scale = unit.scale == null ? 0 : unit.scale;
    return unit.kind == ProductUnit.Kind.GOODS
        ? ProductUnit.goods(request.sku, scale)
        : ProductUnit.service(scale);
  }

  private ProductUnit ofAsset(AssetCode code, @Nullable Integer scale) {
    if (scale != null) {
      throw new InvalidValue("scale", "must be absent for the kind asset");
    }
    return assets
        .find(code)
        .filter(asset -> asset.kind() == Asset.Kind.ASSET)
        .map(ProductUnit::of)
        .orElseThrow(() -> new InvalidValue("asset", "must be the code of an asset of kind asset"));
  }
}
