package io.clientele.application.order.placing;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.Address;
import io.clientele.domain.order.line.LineRequest;
import io.clientele.domain.product.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for.
 *
 * @param address null for none
 * @param isPaid whether the order is confirmed at once
 */
public record OrderRequest(
    AssetCode currency, List<Line> lines, @Nullable Address address, boolean isPaid) {
  /** Throws {@link InvalidValue} with all faults. */
  public OrderRequest {
    Objects.requireNonNull(currency, "currency");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    if (lines.isEmpty() || lines.size() > LineRequest.LINES_MAX) {
      throw new InvalidValue("lines", "must be 1 to " + LineRequest.LINES_MAX);
    }
    var faults = new ArrayList<InvalidValue.Fault>();
    var products = new HashSet<ProductId>();
    for (var i = 0; i < lines.size(); i++) {
      if (!products.add(lines.get(i).product())) {
        faults.add(new InvalidValue.Fault("lines/" + i + "/productId", "must not occur twice"));
      }
    }
    if (!faults.isEmpty()) {
      throw new InvalidValue(faults);
    }
  }

  /**
   * One line of the request.
   *
   * @param quantity more than 0, at most 10⁹
   * @param unitPrice that the customer saw, with the decimals of the currency; null for any
   */
  public record Line(ProductId product, BigDecimal quantity, @Nullable String unitPrice) {
    /** Throws {@link InvalidValue}. */
    public Line {
      Objects.requireNonNull(product, "product");
      Objects.requireNonNull(quantity, "quantity");
      LineRequest.requireQuantity(quantity);
    }
  }

  /** A text that is equal for equal requests. */
  String canonical() {
    var parts =
        lines.stream()
            .map(
                line ->
                    line.product()
                        + " "
                        + line.quantity().stripTrailingZeros().toPlainString()
                        + " "
                        + line.unitPrice())
            .collect(Collectors.joining("\n"));
    var to = address == null ? "" : address.value();
    return currency + "\n" + isPaid + "\n" + parts + "\n" + to;
  }
}
