package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.ADMINISTER_LEDGER;
import static io.clientele.domain.ledger.LedgerPermission.VIEW_POCKETS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.RecordPrice;
import io.clientele.application.ledger.ShowPortfolio;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.http.exchange.PathParameters;
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
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records prices, and shows the portfolios of accounts. */
public final class PriceRoutes implements RouteGroup {
  private static final String QUOTE = "quote";

  private final RecordPrice recordPrice;
  private final ShowPortfolio showPortfolio;

  public PriceRoutes(RecordPrice recordPrice, ShowPortfolio showPortfolio) {
    this.recordPrice = recordPrice;
    this.showPortfolio = showPortfolio;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/v1/prices").permits(ADMINISTER_LEDGER).by(this::record);
    routes.get("/v1/accounts/{id}/portfolio").permits(VIEW_POCKETS).by(this::portfolio);
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

  private void portfolio(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    var quote = quote(QueryParameters.of(http, faults, Set.of(QUOTE)), faults);
    faults.refuse();
    var account = sound(id);
    switch (showPortfolio.show(Actors.of(http), account, sound(quote))) {
      case ShowPortfolio.Outcome.Shown(var portfolio) ->
          Responses.json(http, json -> PriceJson.write(json, account, portfolio));
      case ShowPortfolio.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ShowPortfolio.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
      case ShowPortfolio.Outcome.NoSuchQuote _ ->
          throw new ProblemException(
              Problem.invalid(
                  List.of(new Problem.Fault("parameter", QUOTE, "must be the code of an asset"))));
    }
  }

  private static @Nullable AssetCode quote(QueryParameters query, ValidationErrors faults) {
    var text = query.text(QUOTE);
    if (text == null) {
      faults.parameter(QUOTE, "is required");
      return null;
    }
    return faults.parameter(QUOTE, () -> new AssetCode(text));
  }
}
