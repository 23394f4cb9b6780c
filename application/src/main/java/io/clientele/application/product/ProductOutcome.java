package io.clientele.application.product;

import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductPrice;
import java.util.Objects;

/**
 * The outcomes of a change of a product. Only {@link Done} and {@link Priced} have stored anything.
 */
public sealed interface ProductOutcome {
  /** The product has the requested state, changed now or before. */
  record Done(Product product) implements ProductOutcome {
    public Done {
      Objects.requireNonNull(product, "product");
    }
  }

  /**
   * The price is added.
   *
   * @param version of the product
   */
  record Priced(ProductPrice price, long version) implements ProductOutcome {
    public Priced {
      Objects.requireNonNull(price, "price");
    }
  }

  /** The actor may not do this. */
  record Denied() implements ProductOutcome {}

  /** There is no such product. */
  record NoSuchProduct() implements ProductOutcome {}

  /** The product is not at a version that the caller expects. */
  record VersionMismatch() implements ProductOutcome {}

  /** There is a product or an asset of this SKU. */
  record SkuTaken() implements ProductOutcome {}

  /** The price overlaps another one. */
  record PriceOverlaps() implements ProductOutcome {}

  /** The key was used before for the same body; this is the stored response. */
  record Replayed(StoredResponse response) implements ProductOutcome {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }
  }

  /** The key was used for another body. */
  record KeyMismatch() implements ProductOutcome {}

  /** A request with the same key is in progress. */
  record InProgress() implements ProductOutcome {}

  /** Other writers were first at every attempt: try again later. */
  record Overtaken() implements ProductOutcome {}
}
