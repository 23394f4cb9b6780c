package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.VIEW_LEDGER;

import io.clientele.application.ledger.ReconcileLedger;
import io.clientele.domain.ledger.Amount;
import io.clientele.domain.ledger.proof.LedgerReconciliation;
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

/** Tells whether the ledger balances. */
public final class LedgerReconciliationRoutes implements RouteGroup {
  private final ReconcileLedger reconcileLedger;

  public LedgerReconciliationRoutes(ReconcileLedger reconcileLedger) {
    this.reconcileLedger = reconcileLedger;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/ledger/reconciliation").permits(VIEW_LEDGER).by(this::reconcile);
  }

  private void reconcile(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var found = ProblemException.unlessGranted(reconcileLedger.reconcile(Actors.of(http)));
    Responses.json(http, json -> write(json, found));
  }

  private static void write(JsonGenerator json, LedgerReconciliation found) {
    json.writeStartObject();
    json.writeBooleanProperty("balanced", found.isBalanced());
    json.writeArrayPropertyStart("assets");
    for (var one : found.sums()) {
      json.writeStartObject();
      json.writeStringProperty("asset", one.asset().code().value());
      json.writeStringProperty("sum", Amount.text(one.sum(), one.asset().scale()));
      json.writeEndObject();
    }
    json.writeEndArray();
    if (found.checkedTo() != null) {
      json.writeStringProperty("checkedTo", Rfc3339.write(found.checkedTo()));
    }
    json.writeStringProperty("asOf", Rfc3339.write(found.asOf()));
    json.writeEndObject();
  }
}
