package io.clientele.application.product.catalogue;

import io.clientele.application.product.ReadStock;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Products;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.ViewRecorder;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shows one product of the catalogue and counts the view without delaying the reader. */
public final class ViewCatalogueProduct {
  private final Products products;
  private final ReadStock readStock;
  private final ViewRecorder recorder;
  private final int few;
  private final InstantSource clock;

  /**
   * Shows products of this store.
   *
   * @param few at most how many units are told as a few
   */
  public ViewCatalogueProduct(
      Products products, ReadStock readStock, ViewRecorder recorder, int few, InstantSource clock) {
    this.products = Objects.requireNonNull(products, "products");
    this.readStock = Objects.requireNonNull(readStock, "readStock");
    this.recorder = Objects.requireNonNull(recorder, "recorder");
    this.few = few;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Returns the product, unless it is absent or a draft.
   *
   * @param counted whether to count the read of this product; false for HEAD, for 304, and at the
   *     client's request
   */
  public Outcome view(ProductId id, Predicate<CatalogueProduct> counted) {
    var found = products.find(id).filter(product -> product.status() != ProductStatus.DRAFT);
    if (found.isEmpty()) {
      return new Outcome.NoSuchProduct();
    }
    var product = found.get();
    var stock = readStock.read(List.of(product)).get(id);
    var shown = CatalogueProduct.of(product, stock, few, clock.instant());
    if (counted.test(shown)) {
      recorder.count(SubjectKind.PRODUCT.subject(id.value()));
    }
    return new Outcome.Shown(shown);
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
