package io.clientele.application.order.placing;

import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Order;
import io.clientele.domain.product.ProductId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How placing an order ends. Positions are those of lines, from 0. */
public sealed interface PlacingOutcome {
  /** The order is stored, now or by the same request before. */
  record Placed(Order order, boolean isReplayed) implements PlacingOutcome {
    public Placed {
      Objects.requireNonNull(order, "order");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.placed(this);
    }
  }

  /** The actor has no account that may order. */
  record Denied() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** Another request was stored under this id. */
  record Different() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.different(this);
    }
  }

  /** The account is suspended. */
  record AccountSuspended() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.accountSuspended(this);
    }
  }

  /** The account is closed or erased. */
  record AccountClosed() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.accountClosed(this);
    }
  }

  /** Products are absent, not sold, or have no price in the currency. */
  record NotOrderable(List<Integer> positions) implements PlacingOutcome {
    public NotOrderable {
      positions = List.copyOf(Objects.requireNonNull(positions, "positions"));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.notOrderable(this);
    }
  }

  /** Prices are not those that the customer saw. */
  record PriceChanged(List<NewPrice> prices) implements PlacingOutcome {
    public PriceChanged {
      prices = List.copyOf(Objects.requireNonNull(prices, "prices"));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.priceChanged(this);
    }
  }

  /** The account holds as many orders as it may. */
  record TooManyOpen() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.tooManyOpen(this);
    }
  }

  /** There is too little of some goods. */
  record OutOfStock(List<Integer> positions) implements PlacingOutcome {
    public OutOfStock {
      positions = List.copyOf(Objects.requireNonNull(positions, "positions"));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.outOfStock(this);
    }
  }

  /** The account has too little money. */
  record InsufficientBalance() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.insufficientBalance(this);
    }
  }

  /** The ledger refuses for another reason. */
  record LedgerRefused(Refusal refusal) implements PlacingOutcome {
    public LedgerRefused {
      Objects.requireNonNull(refusal, "refusal");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.ledgerRefused(this);
    }
  }

  /** Products or prices changed, each time. */
  record Overtaken() implements PlacingOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overtaken(this);
    }
  }

  /** The price of a product now, with the decimals of the currency. */
  record NewPrice(ProductId product, String unitPrice) {
    public NewPrice {
      Objects.requireNonNull(product, "product");
      Objects.requireNonNull(unitPrice, "unitPrice");
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R placed(Placed placed);

    R denied(Denied denied);

    R different(Different different);

    R accountSuspended(AccountSuspended accountSuspended);

    R accountClosed(AccountClosed accountClosed);

    R notOrderable(NotOrderable notOrderable);

    R priceChanged(PriceChanged priceChanged);

    R tooManyOpen(TooManyOpen tooManyOpen);

    R outOfStock(OutOfStock outOfStock);

    R insufficientBalance(InsufficientBalance insufficientBalance);

    R ledgerRefused(LedgerRefused ledgerRefused);

    R overtaken(Overtaken overtaken);
  }
}
