package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.ADMINISTER_LEDGER;

import io.clientele.application.ledger.RecordPrice;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Records prices. */
public final class PriceRoutes implements RouteGroup {
  private final RecordPrice recordPrice;

  public PriceRoutes(RecordPrice recordPrice) {
    this.recordPrice = recordPrice;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/prices").permits(ADMINISTER_LEDGER).by(this::record);
  }

  private void record(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    switch (recordPrice.record(actor, PriceJson.read(http))) {
      case RecordPrice.Outcome.Recorded(var price, var isNew) ->
          Responses.json(
              http, isNew ? 201 : 200, JsonWriter.write(json -> PriceJson.write(json, price)));
      case RecordPrice.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case RecordPrice.Outcome.Differs _ ->
          throw LedgerProblems.refusal(
              409,
              "price-differs",
              "Price differs",
              "There is another price of this asset, quote and instant.");
    }
  }
}
