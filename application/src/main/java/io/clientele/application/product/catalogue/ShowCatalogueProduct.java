package io.clientele.application.product.catalogue;

import io.clientele.application.product.ReadAvailableStock;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Products;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows one product of the catalogue. Counts no view, so that its result may be kept for a short
 * time and be shown to several readers: {@link CountCatalogueView} counts each of them.
 */
public final class ShowCatalogueProduct {
  private final Products products;
  private final ReadAvailableStock readAvailableStock;
  private final int few;
  private final InstantSource clock;

  /**
   * Shows products of this store.
   *
   * @param few at most how many units are told as a few
   */
  public ShowCatalogueProduct(
      Products products, ReadAvailableStock readAvailableStock, int few, InstantSource clock) {
    this.products = Objects.requireNonNull(products, "products");
    this.readAvailableStock = Objects.requireNonNull(readAvailableStock, "readAvailableStock");
    this.few = few;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns the product, unless it is absent or a draft. */
  public Outcome show(ProductId id) {
    var found = products.find(id).filter(product -> product.status() != ProductStatus.DRAFT);
    if (found.isEmpty()) {
      return new Outcome.NoSuchProduct();
    }
    var product = found.get();
    var available = readAvailableStock.read(List.of(product)).get(id);
    return new Outcome.Shown(CatalogueProduct.of(product, available, few, clock.instant()));
  }

  /** How it ends. */
  public sealed interface Outcome {
    /** The product is in the catalogue. */
    record Shown(CatalogueProduct product) implements Outcome {
      public Shown {
        Objects.requireNonNull(product, "product");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.shown(this);
      }
    }

    /** There is no product of this id in the catalogue. */
    record NoSuchProduct() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchProduct(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R shown(Shown shown);

      R noSuchProduct(NoSuchProduct noSuchProduct);
    }
  }
}
