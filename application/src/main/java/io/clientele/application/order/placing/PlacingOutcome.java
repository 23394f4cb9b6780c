package io.clientele.application.order.placing;

import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.product.ProductId;
import java.util.List;
import java.util.Objects;

/** How placing an order ends. Positions are those of lines, from 0. */
public sealed interface PlacingOutcome {
  /** The order is stored, now or by the same request before. */
  record Placed(Order order, boolean isReplayed) implements PlacingOutcome {
    public Placed {
      Objects.requireNonNull(order, "order");
    }
  }

  /** The actor has no account that may order. */
  record Denied() implements PlacingOutcome {}

  /** Another request was stored under this id. */
  record Different() implements PlacingOutcome {}

  /** The account is suspended. */
  record AccountSuspended() implements PlacingOutcome {}

  /** The account is closed or erased. */
  record AccountClosed() implements PlacingOutcome {}

  /** Products are absent, not sold, or have no price in the currency. */
  record NotOrderable(List<Integer> positions) implements PlacingOutcome {
    public NotOrderable {
      Objects.requireNonNull(positions, "positions");
      positions = List.copyOf(positions);
    }
  }

  /** Prices are not those that the customer saw. */
  record PriceChanged(List<NewPrice> prices) implements PlacingOutcome {
    public PriceChanged {
      Objects.requireNonNull(prices, "prices");
      prices = List.copyOf(prices);
    }
  }

  /** The account holds as many orders as it may. */
  record TooManyOpen() implements PlacingOutcome {}

  /** There is too little of some goods. */
  record OutOfStock(List<Integer> positions) implements PlacingOutcome {
    public OutOfStock {
      Objects.requireNonNull(positions, "positions");
      positions = List.copyOf(positions);
    }
  }

  /** The account has too little money. */
  record InsufficientBalance() implements PlacingOutcome {}

  /** The ledger refuses for another reason. */
  record LedgerRefused(Refusal refusal) implements PlacingOutcome {
    public LedgerRefused {
      Objects.requireNonNull(refusal, "refusal");
    }
  }

  /** Products or prices changed, each time. */
  record Overtaken() implements PlacingOutcome {}

  /** The price of a product now, with the decimals of the currency. */
  record NewPrice(ProductId product, String unitPrice) {
    public NewPrice {
      Objects.requireNonNull(product, "product");
      Objects.requireNonNull(unitPrice, "unitPrice");
    }
  }
}
