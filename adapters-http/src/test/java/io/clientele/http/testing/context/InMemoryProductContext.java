package io.clientele.http.testing.context;

import io.clientele.application.product.AmendProduct;
import io.clientele.application.product.CreateProduct;
import io.clientele.application.product.ListProducts;
import io.clientele.application.product.MoveStock;
import io.clientele.application.product.PriceProduct;
import io.clientele.application.product.RankProducts;
import io.clientele.application.product.ReadAvailableStock;
import io.clientele.application.product.ReadProductViews;
import io.clientele.application.product.ReadStock;
import io.clientele.application.product.ShowProduct;
import io.clientele.application.product.catalogue.BrowseCatalogue;
import io.clientele.application.product.catalogue.CountCatalogueView;
import io.clientele.application.product.catalogue.ShowCatalogueProduct;
import io.clientele.http.product.ProductListRoutes;
import io.clientele.http.product.ProductRoutes;
import io.clientele.http.product.ProductStockRoutes;
import io.clientele.http.product.catalogue.CatalogueRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.product.InMemoryProducts;
import io.clientele.inmemory.product.ranking.InMemoryProductRanking;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The products of a service in memory. */
final class InMemoryProductContext implements InMemoryContext {
  /** Each look at this clock is a second later: every response of the catalogue is read anew. */
  private final AtomicLong catalogueNanos = new AtomicLong();

  private static final InstantSource CLOCK = InstantSource.system();
  private static final int FEW = 5;

  private final InMemoryParts parts;
  private final InMemoryAssets assets;
  private final InMemoryLedger ledger;
  private final InMemoryProducts products;

  InMemoryProductContext(InMemoryParts parts) {
    this.parts = parts;
    var pockets = parts.context(InMemoryLedgerContext.class);
    assets = pockets.assets();
    ledger = pockets.ledger();
    products = new InMemoryProducts(parts.changes(), assets, ledger, CLOCK);
  }

  InMemoryProducts products() {
    return products;
  }

  RankProducts ranking() {
    var ledger = parts.context(InMemoryViewsContext.class).ledger();
    return new RankProducts(
        new InMemoryProductRanking(
            ledger, id -> products.find(id).map(product -> product.details().title())));
  }

  @Override
  public List<RouteGroup> routes() {
    var readStock = new ReadStock(ledger, Set.of());
    var responses = parts.changes().responses();
    var views = parts.context(InMemoryViewsContext.class).views();
    return List.of(
        new ProductRoutes(
            new CreateProduct(products, assets, responses, new SecureRandom(), CLOCK),
            new ShowProduct(products, readStock),
            new AmendProduct(products, CLOCK),
            new PriceProduct(products, assets, responses, CLOCK)),
        new ProductStockRoutes(new MoveStock(products, ledger)),
        new ProductListRoutes(
            new ListProducts(products, readStock), new ReadProductViews(products, views)),
        new CatalogueRoutes(
            new BrowseCatalogue(products, new ReadAvailableStock(ledger), FEW, CLOCK),
            new ShowCatalogueProduct(products, new ReadAvailableStock(ledger), FEW, CLOCK),
            new CountCatalogueView(views.recorder()),
            parts.limits(),
            () -> catalogueNanos.addAndGet(1_000_000_000)));
  }

  @Override
  public void startOutage() {
    products.startOutage();
  }

  @Override
  public void endOutage() {
    products.endOutage();
  }
}
