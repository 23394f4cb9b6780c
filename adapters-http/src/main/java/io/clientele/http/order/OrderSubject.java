package io.clientele.http.order;

import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.ShowShipment;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.line.ShipmentId;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.WriteSubject;

/** Finds the order that a write changes: its own, or that of a shipment. */
final class OrderSubject {
  private OrderSubject() {}

  static WriteSubject.Finder of(ShowOrder showOrder) {
    return http -> {
      var id = OrderId.parse(http.pathParam("id"));
      return subject(
          ProblemException.unlessGranted(showOrder.show(Actors.of(http), id))
              .orElseThrow(OrderProblems::noSuchOrder));
    };
  }

  static WriteSubject.Finder ofShipment(ShowShipment showShipment) {
    return http -> {
      var id = ShipmentId.parse(http.pathParam("id"));
      return subject(
          ProblemException.unlessGranted(showShipment.show(Actors.of(http), id))
              .orElseThrow(OrderProblems::noSuchShipment));
    };
  }

  private static WriteSubject subject(Order order) {
    return new WriteSubject("order:" + order.id(), order.account());
  }
}
