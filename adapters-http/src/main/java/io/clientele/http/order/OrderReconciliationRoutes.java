package io.clientele.http.order;

import static io.clientele.domain.order.OrderPermission.VIEW_ORDERS;

import io.clientele.application.order.ReconcileOrders;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.order.OrderReconciliation;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.Rfc3339;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** Tells whether held orders and the ledger hold the same. */
public final class OrderReconciliationRoutes implements RouteGroup {
  private final ReconcileOrders reconcileOrders;

  public OrderReconciliationRoutes(ReconcileOrders reconcileOrders) {
    this.reconcileOrders = reconcileOrders;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(OrderListRequest.PATH + "/reconciliation").permits(VIEW_ORDERS).by(this::reconcile);
  }

  private void reconcile(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var found = ProblemException.unlessGranted(reconcileOrders.reconcile(Actors.of(http)));
    Responses.json(http, json -> write(json, found));
  }

  private static void write(JsonGenerator json, OrderReconciliation found) {
    json.writeStartObject();
    json.writeBooleanProperty("balanced", found.isBalanced());
    json.writeNumberProperty("orders", found.orders());
    json.writeArrayPropertyStart("heldMoney");
    for (var money : found.heldMoney()) {
      json.writeStartObject();
      json.writeStringProperty("currency", money.currency().code().value());
      json.writeStringProperty("amount", Amount.text(money.minor(), money.currency().scale()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberProperty("heldGoods", found.heldGoods());
    json.writeStringProperty("asOf", Rfc3339.write(found.asOf()));
    json.writeEndObject();
  }
}
