package io.clientele.http.ledger;

import static io.clientele.domain.ledger.LedgerPermission.ADMINISTER_LEDGER;
import static io.clientele.domain.ledger.LedgerPermission.VIEW_LEDGER;

import io.clientele.application.ledger.DefineAsset;
import io.clientele.application.ledger.ListAssets;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.paging.IdPagination;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Defines and lists assets. */
public final class AssetRoutes implements RouteGroup {
  private static final String ALL = "/v1/assets";
  private static final IdPagination<AssetCode> PAGES =
      new IdPagination<>(ALL, "assets-1", AssetCode::new);

  private final DefineAsset defineAsset;
  private final ListAssets listAssets;

  public AssetRoutes(DefineAsset defineAsset, ListAssets listAssets) {
    this.defineAsset = defineAsset;
    this.listAssets = listAssets;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post(ALL).permits(ADMINISTER_LEDGER).by(this::define);
    routes.get(ALL).permits(VIEW_LEDGER).by(this::list);
  }

  private void define(Context http) throws IOException {
    var faults = new ValidationErrors();
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    faults.refuse();
    var asset = AssetJson.read(http);
    var status =
        switch (defineAsset.define(actor, asset)) {
          case DEFINED -> 201;
          case SAME -> 200;
          case DIFFERENT ->
              throw LedgerProblems.refusal(
                  409,
                  "asset-differs",
                  "Asset differs",
                  "There is an asset of this code with another scale or kind.");
          case DENIED -> throw new ProblemException(Problem.notAllowed());
        };
    Responses.json(http, status, JsonWriter.write(json -> AssetJson.write(json, asset)));
  }

  private void list(Context http) throws IOException {
    var asked = PAGES.asked(http);
    var page =
        ProblemException.unlessGranted(
            listAssets.list(Actors.of(http), asked.after(), asked.limit()));
    var next = page.size() < asked.limit() ? null : page.getLast().code();
    PAGES.answer(http, page, next, asked.limit(), AssetJson::write);
  }
}
