package io.clientele.domain.order.line;

import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.product.ProductId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a line sells, as it was when the order was placed. Immutable: a later change of the product
 * does not change it.
 *
 * @param asset in which the stock of the product is counted; null for a service
 * @param scale decimals of a quantity, 0 to 18
 * @param unitPrice minor units of the order's currency, 0 or more
 * @param priceAt since when the price was valid
 */
public record OrderedItem(
    ProductId product,
    String sku,
    String title,
    Kind kind,
    @Nullable AssetCode asset,
    int scale,
    BigInteger unitPrice,
    Instant priceAt) {
  public OrderedItem {
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(unitPrice, "unitPrice");
    Objects.requireNonNull(priceAt, "priceAt");
  }

  /** How the item reaches the customer. */
  public enum Kind {
    /** It is shipped. */
    GOODS,
    /** It is moved into a pocket of the account by the confirmation. */
    ASSET,
    /** It moves nothing; the confirmation delivers it. */
    SERVICE
  }

  /** Whether the ledger counts the item. */
  public boolean isStocked() {
    return kind != Kind.SERVICE;
  }

  /** Whether the item is shipped. */
  public boolean isShipped() {
    return kind == Kind.GOODS;
  }

  /** Returns the price of a quantity in minor units of the currency, rounded half up. */
  public BigInteger amount(BigInteger units) {
    return new BigDecimal(unitPrice.multiply(units), scale)
        .setScale(0, RoundingMode.HALF_UP)
        .toBigIntegerExact();
  }
}
