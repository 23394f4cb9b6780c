package io.clientele.http.product.catalogue;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.catalogue.BrowseCatalogue;
import io.clientele.application.product.catalogue.CountCatalogueView;
import io.clientele.application.product.catalogue.ShowCatalogueProduct;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductRateLimits;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.header.EntityTags;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.views.CountViewPreference;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.function.LongSupplier;

/** Lists the catalogue, and shows one product of it, which counts a view. */
public final class CatalogueRoutes implements RouteGroup {
  private static final String LIST_CACHING = "public, max-age=30";

  /** No shared cache may hide a view. */
  private static final String VIEW_CACHING = "private, max-age=30";

  private final BrowseCatalogue browseCatalogue;
  private final ShowCatalogueProduct showProduct;
  private final CountCatalogueView countView;
  private final RequestRateLimiter limits;
  private final CatalogueCache<CatalogueListRequest> pages;
  private final CatalogueCache<ProductId> products;

  /**
   * Routes that show what was read at most a second ago.
   *
   * @param nanoTime the clock that tells how long ago
   */
  public CatalogueRoutes(
      BrowseCatalogue browseCatalogue,
      ShowCatalogueProduct showProduct,
      CountCatalogueView countView,
      RequestRateLimiter limits,
      LongSupplier nanoTime) {
    this.browseCatalogue = browseCatalogue;
    this.showProduct = showProduct;
    this.countView = countView;
    this.limits = limits;
    this.pages = new CatalogueCache<>(nanoTime);
    this.products = new CatalogueCache<>(nanoTime);
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(CatalogueListRequest.PATH).ofStore().visitors().by(this::list);
    routes.get(CatalogueListRequest.PATH + "/{id}").ofStore().visitors().by(this::view);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var request = CatalogueListRequest.of(http, faults);
    var known = EntityTags.knownTags(http, faults);
    faults.refuse();
    if (request.text() != null && http.req().getHeader("Authorization") == null) {
      limits.takeForAddress(http, ProductRateLimits.CATALOGUE_SEARCH);
    }
    var response = pages.get(request, () -> page(request));
    response.send(http, LIST_CACHING, response.isKnown(known));
  }

  private CatalogueResponse page(CatalogueListRequest request) {
    var page = browseCatalogue.browse(request.request());
    var cursor = page.next() == null ? null : request.cursor(page.next());
    var body =
        JsonWriter.write(
            json -> {
              json.writeStartObject();
              json.writeArrayPropertyStart("data");
              page.products().forEach(one -> CatalogueProductJson.write(json, one));
              json.writeEndArray();
              if (cursor != null) {
                json.writeStringProperty("nextCursor", cursor);
              }
              json.writeEndObject();
            });
    return CatalogueResponse.page(body, cursor == null ? null : request.link(cursor));
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var given = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var known = EntityTags.knownTags(http, faults);
    faults.refuse();
    var id = sound(given);
    var response = products.get(id, () -> product(id));
    var isKnown = response.isKnown(known);
    if (CountViewPreference.countsNoView(http)) {
      CountViewPreference.appliedNoView(http);
    } else if (http.req().getMethod().equals("GET") && !isKnown) {
      countView.count(id);
    }
    response.send(http, VIEW_CACHING, isKnown);
  }

  private CatalogueResponse product(ProductId id) {
    return switch (showProduct.show(id)) {
      case ShowCatalogueProduct.Outcome.Shown(var shown) ->
          CatalogueResponse.of(JsonWriter.write(json -> CatalogueProductJson.write(json, shown)));
      case ShowCatalogueProduct.Outcome.NoSuchProduct _ ->
          throw new ProblemException(Problem.noSuchThing("There is no product of this id."));
    };
  }
}
