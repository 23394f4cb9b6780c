package io.clientele.http.product;

import static io.clientele.domain.product.ProductPermission.MOVE_STOCK;
import static io.clientele.http.exchange.problem.ValidationErrors.sound;

import io.clientele.application.product.MoveStock;
import io.clientele.domain.product.ProductId;
import io.clientele.http.exchange.IdempotentRequest;
import io.clientele.http.exchange.PathParameters;
import io.clientele.http.exchange.QueryParameters;
import io.clientele.http.exchange.Responses;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.identity.authentication.Actors;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.Routes;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;

/** Receives goods, and corrects how many there are. */
public final class ProductStockRoutes implements RouteGroup {
  private static final String ONE = "/v1/products/{id}";

  private final MoveStock moveStock;

  public ProductStockRoutes(MoveStock moveStock) {
    this.moveStock = moveStock;
  }

  @Override
  public void addTo(Routes routes) {
    routes
        .post(ONE + "/receipts")
        .permits(MOVE_STOCK)
        .idempotent()
        .queueable(ProductResponses::subject)
        .by(http -> move(http, MoveStock.Kind.RECEIPT));
    routes
        .post(ONE + "/corrections")
        .permits(MOVE_STOCK)
        .idempotent()
        .queueable(ProductResponses::subject)
        .by(http -> move(http, MoveStock.Kind.CORRECTION));
  }

  private void move(Context http, MoveStock.Kind kind) throws IOException {
    var faults = new ValidationErrors();
    var id = PathParameters.id(http, ProductId::parse, faults);
    QueryParameters.of(http, faults, Set.of());
    var actor = Actors.changing(http, faults);
    IdempotentRequest.require(http, faults);
    faults.refuse();
    var moved =
        ProductProblems.moved(
            moveStock.move(
                actor,
                sound(id),
                kind,
                () -> StockMovementJson.read(http),
                () -> IdempotentRequest.key(http)));
    if (moved.isReplayed()) {
      http.res().setHeader("Idempotent-Replayed", "true");
    }
    http.res().setHeader("Location", "/v1/transfers/" + moved.id());
    Responses.json(http, 201, JsonWriter.write(json -> StockMovementJson.write(json, moved)));
  }
}
