package io.clientele.application.product;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Instruction;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.Leg;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.Products;
import io.clientele.domain.product.Quantity;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Receives goods, or corrects how many there are: one transfer of the ledger between the pockets
 * {@code main} and {@code supply} of a product. The key of the request names the transfer, so that
 * a repeated request moves nothing.
 */
public final class MoveStock {
  private final Products products;
  private final Ledger ledger;

  public MoveStock(Products products, Ledger ledger) {
    this.products = Objects.requireNonNull(products, "products");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** Why stock moves. */
  public enum Kind {
    /** Goods come in: the quantity is more than 0. */
    RECEIPT,
    /** The quantity on hand was wrong: the quantity is what to add, and may be less than 0. */
    CORRECTION
  }

  /**
   * What is to be moved.
   *
   * @param quantity as clients write it
   * @param reason in the form of a transfer's reason
   */
  public record Request(String quantity, String reason) {
    public Request {
      Objects.requireNonNull(quantity, "quantity");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Moves stock once.
   *
   * @param key of the request; asked once the request is read
   * @param request read once the product is found
   * @throws InvalidValue if the request breaks a rule
   */
  public Result move(
      Actor actor,
      ProductId id,
      Kind kind,
      Supplier<Request> request,
      Supplier<IdempotencyKey> key) {
    if (!actor.may(ProductPermission.MOVE_STOCK)) {
      return new Result.Denied();
    }
    var found = products.find(id);
    if (found.isEmpty()) {
      return new Result.NoSuchProduct();
    }
    var product = found.get();
    var asked = request.get();
    var scale = product.unit().scale();
    var quantity =
        kind == Kind.RECEIPT
            ? Quantity.parse(asked.quantity, scale)
            : Quantity.parseSigned(asked.quantity, scale);
    return product.unit().isStocked()
        ? post(product, transfer(product, quantity, asked.reason, actor.name(), key.get()))
        : new Result.NotStocked();
  }

  private static Transfer transfer(
      Product product, BigInteger quantity, String reason, String actor, IdempotencyKey key) {
    var pockets = product.pockets();
    var isIncrease = quantity.signum() > 0;
    var leg =
        new Leg(
            isIncrease ? pockets.supply() : pockets.main(),
            isIncrease ? pockets.main() : pockets.supply(),
            product.unit().stockedAsset(),
            new Amount(quantity.abs()));
    return new Transfer(
        StockTransferId.of(key),
        new Instruction.Post(List.of(leg)),
        new TransferNote(reason, Metadata.NONE, null),
        actor);
  }

  /** Posts as a whole: the id of a refused transfer is not remembered, so it may be sent again. */
  private Result post(Product product, Transfer transfer) {
    var outcome = ledger.postAll(List.of(transfer)).get(0);
    if (outcome instanceof Outcome.Booked booked) {
      return new Result.Moved(product, movement(booked.transfer()), false);
    }
    if (outcome instanceof Outcome.Replayed replayed) {
      return new Result.Moved(product, movement(replayed.first()), true);
    }
    if (outcome instanceof Outcome.Refused refused) {
      return new Result.Refused(refused.refusal());
    }
    return outcome instanceof Outcome.Differs ? new Result.KeyMismatch() : new Result.Overloaded();
  }

  private static BookedTransfer movement(BookedTransfer booked) {
    if (!booked.isBooked()) {
      throw new IllegalStateException("a refused movement was remembered: " + booked.id());
    }
    return booked;
  }

  /** The outcome of a call. */
  public sealed interface Result {
    /**
     * The stock is moved.
     *
     * @param isReplayed whether an earlier request with the key moved it
     */
    record Moved(Product product, BookedTransfer transfer, boolean isReplayed) implements Result {
      public Moved {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(transfer, "transfer");
      }

      /** The id of the transfer. */
      public TransferId id() {
        return transfer.id();
      }

      /** What was added to the stock, in minor units; less than 0 if it was taken away. */
      public BigInteger quantity() {
        var leg = transfer.legs().get(0).leg();
        var minor = leg.amount().minor();
        return leg.to().equals(product.pockets().main()) ? minor : minor.negate();
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.moved(this);
      }
    }

    /** The ledger refuses the transfer. */
    record Refused(Refusal refusal) implements Result {
      public Refused {
        Objects.requireNonNull(refusal, "refusal");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.refused(this);
      }
    }

    /** The actor may not move stock. */
    record Denied() implements Result {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no such product. */
    record NoSuchProduct() implements Result {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchProduct(this);
      }
    }

    /** The product is a service. */
    record NotStocked() implements Result {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.notStocked(this);
      }
    }

    /** The key was used for another body. */
    record KeyMismatch() implements Result {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.keyMismatch(this);
      }
    }

    /** No decision came in time. */
    record Overloaded() implements Result {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.overloaded(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R moved(Moved moved);

      R refused(Refused refused);

      R denied(Denied denied);

      R noSuchProduct(NoSuchProduct noSuchProduct);

      R notStocked(NotStocked notStocked);

      R keyMismatch(KeyMismatch keyMismatch);

      R overloaded(Overloaded overloaded);
    }
  }
}
