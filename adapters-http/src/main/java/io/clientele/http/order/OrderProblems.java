package io.clientele.http.order;

import io.clientele.application.order.command.OrderOutcome;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderConflict;
import io.clientele.domain.order.line.Shipment;
import io.clientele.http.exchange.IdempotencyProblems;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;

/** Translates outcomes of commands on orders to problems. */
public final class OrderProblems {
  private OrderProblems() {}

  public static ProblemException noSuchOrder() {
    return new ProblemException(Problem.noSuchThing("There is no order of this id."));
  }

  static ProblemException noSuchShipment() {
    return new ProblemException(Problem.noSuchThing("There is no shipment of this id."));
  }

  /** Returns the order after the command; throws the problem of any other outcome. */
  public static Order done(OrderOutcome outcome) {
    return switch (outcome) {
      case OrderOutcome.Done(var order) -> order;
      case OrderOutcome.Replayed _ -> throw new IllegalStateException("a replay is sent as it is");
      case OrderOutcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case OrderOutcome.NoSuchOrder _ -> throw noSuchOrder();
      case OrderOutcome.NoSuchShipment _ -> throw noSuchShipment();
      case OrderOutcome.Refused(var conflict) -> throw refused(conflict);
      case OrderOutcome.ShipmentRefused(var status) -> throw refused(status);
      case OrderOutcome.LinesRefused(var positions) ->
          throw new ProblemException(
              Problem.of(
                      409,
                      "order-lines",
                      "Order lines",
                      "Lines are not on the order, or ask for more than is left of them.")
                  .withMember(
                      "pointers",
                      positions.stream().map(position -> "#/lines/" + position).toList()));
      case OrderOutcome.LedgerRefused _ ->
          throw refusal(
              409,
              "order-not-booked",
              "Order not booked",
              "The ledger refuses the transfer of this command.");
      case OrderOutcome.VersionMismatch _ ->
          throw new ProblemException(Problem.versionMismatch("The order or shipment changed."));
      case OrderOutcome.KeyMismatched _ -> throw IdempotencyProblems.keyMismatch();
      case OrderOutcome.KeyEmptied _ ->
          throw refusal(
              410,
              "account-erased",
              "Account erased",
              "The personal data of this account were removed.");
      case OrderOutcome.KeyInProgress _ -> throw IdempotencyProblems.inProgress();
      case OrderOutcome.Overtaken _ -> throw new ProblemException(Problem.unavailable());
    };
  }

  private static ProblemException refused(OrderConflict conflict) {
    var name = OrderFields.name(conflict);
    return refusal(409, "order-" + name, "Order " + name, detail(conflict));
  }

  private static String detail(OrderConflict conflict) {
    return switch (conflict) {
      case EXPIRED -> "The order is cancelled: its hold ended before it was confirmed.";
      case CANCELLED -> "The order is cancelled.";
      case RETURNED -> "Everything of the order was returned.";
      case DELIVERED -> "Everything of the order is delivered.";
      case SHIPPED -> "Everything of the order is shipped.";
      case PARTIAL -> "A part of the order is shipped: name lines that are not.";
      case PACKED -> "A shipment of the order is packed.";
      case CAPTURED -> "Nothing of the order is shipped.";
      case HELD -> "The order is not confirmed.";
    };
  }

  private static ProblemException refused(Shipment.Status status) {
    var name = OrderFields.name(status);
    return refusal(
        409, "shipment-" + name, "Shipment " + name, "This status does not follow " + name + ".");
  }

  private static ProblemException refusal(int status, String type, String title, String detail) {
    return new ProblemException(Problem.of(status, type, title, detail));
  }
}
