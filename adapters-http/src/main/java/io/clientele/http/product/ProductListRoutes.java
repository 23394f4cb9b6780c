package io.clientele.http.product;

import static io.clientele.domain.product.ProductPermission.VIEW_PRODUCTS;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.ListProducts;
import io.clientele.application.product.ReadProductViews;
import io.clientele.domain.product.ProductId;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.clientele.http.views.LiveTotalJson;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists products, and shows how often customers viewed one. */
public final class ProductListRoutes implements RouteGroup {
  private final ListProducts listProducts;
  private final ReadProductViews readViews;

  public ProductListRoutes(ListProducts listProducts, ReadProductViews readViews) {
    this.listProducts = listProducts;
    this.readViews = readViews;
  }

  @Override
  public void addTo(Routes routes) {
    routes.get(ProductListRequest.PATH).permits(VIEW_PRODUCTS).by(this::list);
    routes.get(ProductListRequest.PATH + "/{id}/views").permits(VIEW_PRODUCTS).by(this::views);
  }

  private void list(Context http) throws IOException {
    var faults = new ValidationErrors();
    var request = ProductListRequest.of(http, faults);
    faults.refuse();
    var listing =
        ProblemException.unlessGranted(listProducts.list(Actors.of(http), request.query()));
    var next = listing.page().next();
    var cursor = next == null ? null : request.cursor(next);
    if (cursor != null) {
      http.res().setHeader("Link", request.link(cursor));
    }
    answer(http, listing, cursor);
  }

  private static void answer(Context http, ListProducts.Listing listing, @Nullable String cursor)
      throws IOException {
    var total = listing.page().total();
    Responses.json(
        http,
        json -> {
          json.writeStartObject();
          json.writeArrayPropertyStart("data");
          listing.views().forEach(view -> ProductJson.write(json, view));
          json.writeEndArray();
          if (cursor != null) {
            json.writeStringProperty("nextCursor", cursor);
          }
          if (total != null) {
            json.writeNumberProperty("total", total.count());
            json.writeBooleanProperty("totalIsExact", total.isExact());
          }
          json.writeEndObject();
        });
  }

  private void views(Context http) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    faults.refuse();
    var total =
        ProblemException.unlessGranted(readViews.read(Actors.of(http), sound(id)))
            .orElseThrow(ProductProblems::noSuchProduct);
    Responses.json(http, json -> LiveTotalJson.write(json, "productId", total));
  }
}
