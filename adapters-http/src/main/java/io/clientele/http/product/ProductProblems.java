package io.clientele.http.product;

import io.clientele.application.product.MoveStock;
import io.clientele.application.product.ProductOutcome;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.product.Product;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** Translates outcomes of the use cases of products to problems. */
final class ProductProblems {
  private ProductProblems() {}

  /** 404: no product of this id. */
  static ProblemException noSuchProduct() {
    return new ProblemException(Problem.noSuchThing("There is no product of this id."));
  }

  /** Returns the changed product; throws the problem of any other outcome. */
  static Product done(ProductOutcome outcome) {
    if (outcome instanceof ProductOutcome.Done(var product)) {
      return product;
    }
    throw refused(outcome);
  }

  /** Returns the added price; throws the problem of any other outcome. */
  static ProductOutcome.Priced priced(ProductOutcome outcome) {
    if (outcome instanceof ProductOutcome.Priced priced) {
      return priced;
    }
    throw refused(outcome);
  }

  private static RuntimeException refused(ProductOutcome outcome) {
    return switch (outcome) {
      case ProductOutcome.Done _, ProductOutcome.Priced _, ProductOutcome.Replayed _ ->
          new IllegalStateException("an outcome of another use case");
      case ProductOutcome.Denied _ -> new ProblemException(Problem.notAllowed());
      case ProductOutcome.NoSuchProduct _ -> noSuchProduct();
      case ProductOutcome.VersionMismatch _ ->
          new ProblemException(Problem.versionMismatch("The product is at another version."));
      case ProductOutcome.SkuTaken _ ->
          refusal(409, "sku-taken", "SKU taken", "There is a product or an asset of this SKU.");
      case ProductOutcome.PriceOverlaps _ ->
          refusal(
              409,
              "price-overlaps",
              "Price overlaps",
              "Another price of the product is in force in a part of this period.");
      case ProductOutcome.KeyMismatch _ -> IdempotencyProblems.keyMismatch();
      case ProductOutcome.InProgress _ -> IdempotencyProblems.inProgress();
      case ProductOutcome.Overtaken _ -> new ProblemException(Problem.unavailable());
    };
  }

  /** Returns the movement; throws the problem of any other result. */
  static MoveStock.Result.Moved moved(MoveStock.Result result) {
    return switch (result) {
      case MoveStock.Result.Moved moved -> moved;
      case MoveStock.Result.Refused(var refusal) -> throw refused(refusal);
      case MoveStock.Result.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case MoveStock.Result.NoSuchProduct _ -> throw noSuchProduct();
      case MoveStock.Result.NotStocked _ ->
          throw refusal(409, "not-stocked", "Not stocked", "A service has no stock.");
      case MoveStock.Result.KeyMismatch _ -> throw IdempotencyProblems.keyMismatch();
      case MoveStock.Result.Overloaded _ -> throw new ProblemException(Problem.unavailable());
    };
  }

  private static RuntimeException refused(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Insufficient _ ->
          refusal(
              409,
              "below-reserved",
              "Below reserved",
              "The correction would leave less than orders reserve.");
      case Refusal.Overflow _ ->
          refusal(
              422,
              "balance-overflow",
              "Balance overflow",
              "The stock would have more than 38 digits.");
      case Refusal.Frozen _ ->
          refusal(409, "pocket-frozen", "Pocket frozen", "A pocket of the stock is frozen.");
      case Refusal.Closed _ ->
          refusal(409, "pocket-closed", "Pocket closed", "A pocket of the stock is closed.");
      default -> new IllegalStateException("the pockets of a product refuse " + refusal);
    };
  }

  private static ProblemException refusal(int status, String type, String title, String detail) {
    return new ProblemException(Problem.of(status, type, title, detail));
  }
}
