package io.clientele.application.product;

import io.clientele.domain.kernel.StoredResponse;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductPrice;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a change of a product. Only {@link Done} and {@link Priced} have stored anything.
 */
public sealed interface ProductOutcome {
  /** The product has the requested state, changed now or before. */
  record Done(Product product) implements ProductOutcome {
    public Done {
      Objects.requireNonNull(product, "product");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.done(this);
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

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.priced(this);
    }
  }

  /** The actor may not do this. */
  record Denied() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** There is no such product. */
  record NoSuchProduct() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchProduct(this);
    }
  }

  /** The product is not at a version that the caller expects. */
  record VersionMismatch() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.versionMismatch(this);
    }
  }

  /** There is a product or an asset of this SKU. */
  record SkuTaken() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.skuTaken(this);
    }
  }

  /** The price overlaps another one. */
  record PriceOverlaps() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.priceOverlaps(this);
    }
  }

  /** The key was used before for the same body; this is the stored response. */
  record Replayed(StoredResponse response) implements ProductOutcome {
    public Replayed {
      Objects.requireNonNull(response, "response");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.replayed(this);
    }
  }

  /** The key was used for another body. */
  record KeyMismatch() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.keyMismatch(this);
    }
  }

  /** A request with the same key is in progress. */
  record InProgress() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.inProgress(this);
    }
  }

  /** Other writers were first at every attempt: try again later. */
  record Overtaken() implements ProductOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overtaken(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R done(Done done);

    R priced(Priced priced);

    R denied(Denied denied);

    R noSuchProduct(NoSuchProduct noSuchProduct);

    R versionMismatch(VersionMismatch versionMismatch);

    R skuTaken(SkuTaken skuTaken);

    R priceOverlaps(PriceOverlaps priceOverlaps);

    R replayed(Replayed replayed);

    R keyMismatch(KeyMismatch keyMismatch);

    R inProgress(InProgress inProgress);

    R overtaken(Overtaken overtaken);
  }
}
