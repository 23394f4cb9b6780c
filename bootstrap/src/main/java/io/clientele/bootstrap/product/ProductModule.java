package io.clientele.bootstrap.product;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
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
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.config.SettingValues;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.RateLimit;
import io.clientele.domain.kernel.event.PublishedTypes;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.product.ProductEvent;
import io.clientele.domain.product.ProductPermission;
import io.clientele.domain.product.ProductRateLimits;
import io.clientele.domain.product.Products;
import io.clientele.domain.product.UnshippedGoods;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.counter.ViewTotals;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.product.ProductListRoutes;
import io.clientele.http.product.ProductRoutes;
import io.clientele.http.product.ProductStockRoutes;
import io.clientele.http.product.catalogue.CatalogueRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.product.JdbcProductRanking;
import io.clientele.persistence.product.JdbcProducts;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** All that products contribute to the service. */
@Module
public interface ProductModule {
  ContextSetting<Integer> STORE_FEW =
      ContextSetting.of(
          "STORE_FEW",
          "5",
          "At most how many units of a product the store shows as `few`, 0 to 1000000",
          text -> SettingValues.number(text, 0, 1_000_000));

  @Provides
  @IntoSet
  static SettingGroup settings() {
    return new SettingGroup("Products", List.of(STORE_FEW));
  }

  @Provides
  @ElementsIntoSet
  static Set<RateLimit> rateLimits() {
    return ProductRateLimits.ALL;
  }

  @Provides
  static RankProducts rankProducts(Database database) {
    return new RankProducts(new JdbcProductRanking(database));
  }

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("product");
  }

  @Provides
  @IntoSet
  static PublishedTypes publishedTypes() {
    return ProductEvent.TYPES;
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return ProductPermission.GRANTS;
  }

  @Provides
  @Singleton
  static Products products(Database database, ChangeStore changes) {
    return new JdbcProducts(database, changes);
  }

  /** Contexts that sell goods contribute to this. */
  @Multibinds
  Set<UnshippedGoods> unshippedGoods();

  @Provides
  static ReadStock readStock(Ledger ledger, Set<UnshippedGoods> unshipped) {
    return new ReadStock(ledger, unshipped);
  }

  @Provides
  static CreateProduct createProduct(
      Products products,
      Assets assets,
      IdempotencyStore responses,
      SecureRandom random,
      InstantSource clock) {
    return new CreateProduct(products, assets, responses, random, clock);
  }

  @Provides
  static PriceProduct priceProduct(
      Products products, Assets assets, IdempotencyStore responses, InstantSource clock) {
    return new PriceProduct(products, assets, responses, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup routes(
      CreateProduct create,
      PriceProduct price,
      Products products,
      ReadStock readStock,
      InstantSource clock) {
    return new ProductRoutes(
        create, new ShowProduct(products, readStock), new AmendProduct(products, clock), price);
  }

  @Provides
  @IntoSet
  static RouteGroup stockRoutes(Products products, Ledger ledger) {
    return new ProductStockRoutes(new MoveStock(products, ledger));
  }

  @Provides
  @IntoSet
  static RouteGroup listRoutes(Products products, ReadStock readStock, ViewTotals totals) {
    return new ProductListRoutes(
        new ListProducts(products, readStock), new ReadProductViews(products, totals));
  }

  @Provides
  static BrowseCatalogue browseCatalogue(
      Products products, Ledger ledger, Config config, InstantSource clock) {
    return new BrowseCatalogue(
        products, new ReadAvailableStock(ledger), config.get(STORE_FEW), clock);
  }

  @Provides
  static ShowCatalogueProduct showProduct(
      Products products, Ledger ledger, Config config, InstantSource clock) {
    return new ShowCatalogueProduct(
        products, new ReadAvailableStock(ledger), config.get(STORE_FEW), clock);
  }

  @Provides
  @IntoSet
  static RouteGroup catalogueRoutes(
      BrowseCatalogue browse,
      ShowCatalogueProduct show,
      ViewRecorder recorder,
      RequestRateLimiter limits) {
    return new CatalogueRoutes(
        browse, show, new CountCatalogueView(recorder), limits, System::nanoTime);
  }
}
