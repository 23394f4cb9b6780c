package io.clientele.application.product.catalogue;

import io.clientele.domain.product.Availability;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductPrice;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What customers see of a product.
 *
 * @param prices that are in force, one a currency
 */
public record CatalogueProduct(
    Product product, Availability availability, List<ProductPrice> prices) {
  public CatalogueProduct {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(availability, "availability");
    prices = List.copyOf(Objects.requireNonNull(prices, "prices"));
  }

  static CatalogueProduct of(
      Product product, @Nullable BigInteger available, int few, Instant now) {
    return new CatalogueProduct(
        product, Availability.of(product, available, few), product.prices().inForceAt(now));
  }
}
