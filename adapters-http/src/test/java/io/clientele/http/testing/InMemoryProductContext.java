package io.clientele.http.testing;

import io.clientele.application.product.AmendProduct;
import io.clientele.application.product.CreateProduct;
import io.clientele.application.product.ListProducts;
import io.clientele.application.product.MoveStock;
import io.clientele.application.product.PriceProduct;
import io.clientele.application.product.ReadProductViews;
import io.clientele.application.product.ReadStock;
import io.clientele.application.product.ShowProduct;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.http.product.ProductListRoutes;
import io.clientele.http.product.ProductRoutes;
import io.clientele.http.product.ProductStockRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.testkit.kernel.InMemoryChangeStore;
import io.clientele.testkit.ledger.InMemoryAssets;
import io.clientele.testkit.ledger.InMemoryLedger;
import io.clientele.testkit.product.InMemoryProducts;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The products of a service in memory. */
final class InMemoryProductContext {
  private static final InstantSource CLOCK = InstantSource.system();

  private final InMemoryChangeStore changes;
  private final InMemoryAssets assets;
  private final InMemoryLedger ledger;
  private final InMemoryProducts products;

  InMemoryProductContext(
      InMemoryChangeStore changes, InMemoryAssets assets, InMemoryLedger ledger) {
    this.changes = changes;
    this.assets = assets;
    this.ledger = ledger;
    this.products = new InMemoryProducts(changes, assets, ledger, CLOCK);
  }

  List<RouteGroup> routes(ViewTotals views) {
    var readStock = new ReadStock(ledger, Set.of());
    var responses = changes.responses();
    return List.of(
        new ProductRoutes(
            new CreateProduct(products, assets, responses, new SecureRandom(), CLOCK),
            new ShowProduct(products, readStock),
            new AmendProduct(products, CLOCK),
            new PriceProduct(products, assets, responses, CLOCK)),
        new ProductStockRoutes(new MoveStock(products, ledger)),
        new ProductListRoutes(
            new ListProducts(products, readStock), new ReadProductViews(products, views)));
  }

  void startOutage() {
    products.startOutage();
  }

  void endOutage() {
    products.endOutage();
  }
}
