package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.VIEW_POCKETS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.ledger.ShowPortfolio;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.price.Portfolio;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
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

/** Shows the portfolios of accounts to operations, and to each customer its own. */
public final class PortfolioRoutes implements RouteGroup {
  private static final String QUOTE = "quote";

  private final ShowPortfolio showPortfolio;

  public PortfolioRoutes(ShowPortfolio showPortfolio) {
    this.showPortfolio = showPortfolio;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get("/v1/accounts/{id}/portfolio").permits(VIEW_POCKETS).by(this::show);
    routes.get("/store/v1/me/portfolio").ofStore().permits(VIEW_POCKETS).by(this::showOwn);
  }

  private void show(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.accountId(http, faults);
    var quote = quote(http, faults);
    faults.refuse();
    var account = sound(id);
    var portfolio = portfolio(Actors.of(http), account, sound(quote));
    Responses.json(http, json -> PortfolioJson.write(json, account, portfolio));
  }

  private void showOwn(Context http) throws IOException {
    var faults = new ValidationErrors();
    var quote = quote(http, faults);
    faults.refuse();
    var actor = Actors.of(http);
    var portfolio = portfolio(actor, Actors.ownAccount(actor), sound(quote));
    Responses.json(http, json -> PortfolioJson.write(json, null, portfolio));
  }

  private Portfolio portfolio(Actor actor, AccountId account, AssetCode quote) {
    return switch (showPortfolio.show(actor, account, quote)) {
      case ShowPortfolio.Outcome.Shown(var portfolio) -> portfolio;
      case ShowPortfolio.Outcome.Denied _ -> throw new ProblemException(Problem.notAllowed());
      case ShowPortfolio.Outcome.NoSuchAccount _ ->
          throw new ProblemException(Problem.noSuchAccount());
      case ShowPortfolio.Outcome.NoSuchQuote _ ->
          throw new ProblemException(
              Problem.invalid(
                  List.of(new Problem.Fault("parameter", QUOTE, "must be the code of an asset"))));
    };
  }

  private static @Nullable AssetCode quote(Context http, ValidationErrors faults) {
    var text = QueryParameters.of(http, faults, Set.of(QUOTE)).text(QUOTE);
    if (text == null) {
      faults.parameter(QUOTE, "is required");
      return null;
    }
    return faults.parameter(QUOTE, () -> new AssetCode(text));
  }
}
