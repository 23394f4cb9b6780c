package io.clientele.http.order.customer;

import io.clientele.application.order.placing.PlacingOutcome;
import io.clientele.application.order.placing.PlacingOutcome.NewPrice;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import java.util.List;

/** Translates outcomes of placing an order to problems. */
final class PlacingProblems {
  private PlacingProblems() {}

  /** Returns the order that is stored; throws the problem of any other outcome. */
  static PlacingOutcome.Placed placed(PlacingOutcome outcome) {
    return switch (outcome) {
      case PlacingOutcome.Placed placed -> placed;
      case PlacingOutcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case PlacingOutcome.Different _ ->
          throw conflict("order-differs", "Order differs", "Another order has this id.");
      case PlacingOutcome.AccountSuspended _ ->
          throw conflict("account-suspended", "Account suspended", "The account is suspended.");
      case PlacingOutcome.AccountClosed _ ->
          throw conflict("account-closed", "Account closed", "A closed account is final.");
      case PlacingOutcome.NotOrderable(var positions) ->
          throw at(
              positions,
              "not-orderable",
              "Not orderable",
              "A product is not sold, or has no price in this currency.");
      case PlacingOutcome.PriceChanged(var prices) -> throw priceChanged(prices);
      case PlacingOutcome.TooManyOpen _ ->
          throw conflict(
              "too-many-open-orders",
              "Too many open orders",
              "The account holds as many orders as it may. Confirm or cancel one first.");
      case PlacingOutcome.OutOfStock(var positions) ->
          throw at(positions, "out-of-stock", "Out of stock", "There is too little of a product.");
      case PlacingOutcome.InsufficientBalance _ ->
          throw new ProblemException(
              Problem.of(
                  422,
                  "insufficient-balance",
                  "Insufficient balance",
                  "The account has too little money of this currency."));
      case PlacingOutcome.LedgerRefused _ ->
          throw conflict(
              "order-not-booked",
              "Order not booked",
              "The ledger refuses the transfer of this order.");
      case PlacingOutcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    };
  }

  private static ProblemException priceChanged(List<NewPrice> prices) {
    JsonWriter.Body lines =
        json -> {
          json.writeStartArray();
          for (var price : prices) {
            json.writeStartObject();
            json.writeStringProperty("productId", price.product().toString());
            json.writeStringProperty("unitPrice", price.unitPrice());
            json.writeEndObject();
          }
          json.writeEndArray();
        };
    return new ProblemException(
        problem("price-changed", "Price changed", "Prices are not those of the request.")
            .withMember("lines", lines));
  }

  private static ProblemException at(
      List<Integer> positions, String type, String title, String detail) {
    var pointers = positions.stream().map(position -> "#/lines/" + position).toList();
    return new ProblemException(problem(type, title, detail).withMember("pointers", pointers));
  }

  private static ProblemException conflict(String type, String title, String detail) {
    return new ProblemException(problem(type, title, detail));
  }

  private static Problem problem(String type, String title, String detail) {
    return Problem.of(409, type, title, detail);
  }
}
