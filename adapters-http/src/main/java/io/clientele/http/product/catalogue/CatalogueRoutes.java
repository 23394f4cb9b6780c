package io.clientele.http.product.catalogue;

import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.catalogue.BrowseCatalogue;
import io.clientele.application.product.catalogue.CatalogueProduct;
import io.clientele.application.product.catalogue.ViewCatalogueProduct;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductRateLimits;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
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
import java.util.function.Predicate;

/** Lists the catalogue, and shows one product of it, which counts a view. */
public final class CatalogueRoutes implements RouteGroup {
  private static final String LIST_CACHING = "public, max-age=30";

  /** No shared cache may hide a view. */
  private static final String VIEW_CACHING = "private, max-age=30";

  private final BrowseCatalogue browseCatalogue;
  private final ViewCatalogueProduct viewProduct;
  private final RequestRateLimiter limits;

  public CatalogueRoutes(
      BrowseCatalogue browseCatalogue,
      ViewCatalogueProduct viewProduct,
      RequestRateLimiter limits) {
    this.browseCatalogue = browseCatalogue;
    this.viewProduct = viewProduct;
    this.limits = limits;
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
    var page = browseCatalogue.browse(request.request());
    var cursor = page.next() == null ? null : request.cursor(page.next());
    if (cursor != null) {
      http.res()
          .setHeader(
              "Link",
              "<%s?cursor=%s&limit=%d>; rel=\"next\""
                  .formatted(CatalogueListRequest.PATH, cursor, request.limit()));
    }
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
    answer(http, body, LIST_CACHING, known);
  }

  private void view(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var known = EntityTags.knownTags(http, faults);
    faults.refuse();
    var isGet = http.req().getMethod().equals("GET");
    var countsNoView = CountViewPreference.countsNoView(http);
    var outcome =
        viewProduct.view(
            sound(id), one -> isGet && !countsNoView && !known.test(EntityTags.ofBytes(body(one))));
    var shown = shown(outcome);
    if (countsNoView) {
      CountViewPreference.appliedNoView(http);
    }
    answer(http, body(shown), VIEW_CACHING, known);
  }

  private static CatalogueProduct shown(ViewCatalogueProduct.Outcome outcome) {
    return switch (outcome) {
      case ViewCatalogueProduct.Outcome.Shown(var product) -> product;
      case ViewCatalogueProduct.Outcome.NoSuchProduct _ ->
          throw new ProblemException(Problem.noSuchThing("There is no product of this id."));
    };
  }

  private static byte[] body(CatalogueProduct shown) {
    return JsonWriter.write(json -> CatalogueProductJson.write(json, shown));
  }

  /** Only this response may be cached: every other one says no-store. */
  private static void answer(Context http, byte[] body, String caching, Predicate<String> known)
      throws IOException {
    var tag = EntityTags.ofBytes(body);
    http.res().setHeader("Cache-Control", caching);
    http.res().setHeader("ETag", tag);
    if (known.test(tag)) {
      Responses.empty(http, 304);
    } else {
      Responses.json(http, 200, body);
    }
  }
}
