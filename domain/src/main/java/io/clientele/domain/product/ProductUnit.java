package io.clientele.domain.product;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Asset;
import io.clientele.domain.ledger.AssetCode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a product is, and in what its quantities are counted. Never changes.
 *
 * @param asset of the ledger; null exactly for a service
 * @param scale decimals of a quantity, 0 to 18
 */
public record ProductUnit(Kind kind, @Nullable AssetCode asset, int scale) {
  /** Throws {@link InvalidValue} for a scale out of range. */
  public ProductUnit {
    Objects.requireNonNull(kind, "kind");
    if (scale < 0 || scale > Asset.SCALE_MAX) {
      throw new InvalidValue("scale", "must be a whole number from 0 to " + Asset.SCALE_MAX);
    }
    if ((asset == null) != (kind == Kind.SERVICE)) {
      throw new InvalidValue("asset", "must be absent exactly for a service");
    }
  }

  /** The kind of a product. */
  public enum Kind {
    /** Things in a warehouse, which are shipped. */
    GOODS,
    /** An asset of the ledger, which is delivered by a transfer. */
    ASSET,
    /** Work, which has no stock. */
    SERVICE
  }

  /** Returns the unit of goods: an asset of their own. */
  public static ProductUnit goods(Sku sku, int scale) {
    return new ProductUnit(Kind.GOODS, sku.asset(), scale);
  }

  /** Returns the unit of an asset that exists. */
  public static ProductUnit of(Asset asset) {
    return new ProductUnit(Kind.ASSET, asset.code(), asset.scale());
  }

  /** Returns the unit of a service. */
  public static ProductUnit service(int scale) {
    return new ProductUnit(Kind.SERVICE, null, scale);
  }

  /** Whether there is a stock of the product, which orders reserve. */
  public boolean isStocked() {
    return kind != Kind.SERVICE;
  }

  /** Returns the asset of a product that is stocked. */
  public AssetCode stockedAsset() {
    return Objects.requireNonNull(asset, "a service has no asset");
  }
}
