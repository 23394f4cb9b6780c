package io.clientele.bootstrap.order;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.order.CancelOrder;
import io.clientele.application.order.ConfirmOrder;
import io.clientele.application.order.ListOwnOrders;
import io.clientele.application.order.RebuildOrderSummaries;
import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.application.order.placing.OrderDrafts;
import io.clientele.application.order.placing.OrderPockets;
import io.clientele.application.order.placing.PlaceOrder;
import io.clientele.application.order.watch.OrderWatch;
import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.bootstrap.lifecycle.RebuildableView;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.product.Products;
import io.clientele.http.health.HealthState;
import io.clientele.http.order.customer.OwnOrderRoutes;
import io.clientele.http.order.customer.OwnOrderStream;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.order.JdbcOrderSummaries;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** The orders of customers at the store: their routes, their settings, and the watch of streams. */
@Module
interface OwnOrderModule {
  @Provides
  @IntoSet
  static SettingGroup settings() {
    return OrderSettings.GROUP;
  }

  @Provides
  @Singleton
  static OrderSummaries summaries(Database database) {
    return new JdbcOrderSummaries(database);
  }

  @Provides
  @IntoSet
  static RebuildableView summaryView(OrderSummaries summaries) {
    return new RebuildableView("order-summary", new RebuildOrderSummaries(summaries)::rebuild);
  }

  @Provides
  static OrderDrafts drafts(
      Config config, Products products, Assets assets, Pockets pockets, SecureRandom random) {
    var terms =
        new OrderDrafts.Terms(config.get(OrderSettings.HOLD), config.get(OrderSettings.OPEN_MAX));
    return new OrderDrafts(products, assets, new OrderPockets(pockets, random), terms, random);
  }

  @Provides
  static PlaceOrder placeOrder(
      Orders orders, OrderDrafts drafts, AccountStandings accounts, InstantSource clock) {
    return new PlaceOrder(orders, drafts, accounts, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup routes(
      PlaceOrder placeOrder, OrderSummaries summaries, Orders orders, OrderUpdate update) {
    return new OwnOrderRoutes(
        placeOrder,
        new ListOwnOrders(summaries),
        new ShowOrder(orders),
        new ConfirmOrder(update, orders),
        new CancelOrder(update, orders));
  }

  @Provides
  @Singleton
  static OrderWatch watch(Orders orders, HealthState health) {
    return new OrderWatch(orders, health::isStopping);
  }

  @Provides
  @IntoSet
  static RouteGroup stream(Orders orders, OrderWatch watch, Authenticator authenticator) {
    return new OwnOrderStream(new ShowOrder(orders), watch, authenticator);
  }

  @Provides
  @IntoSet
  static Job watchJob(OrderWatch watch) {
    return new Job("order-watch", Duration.ofMillis(250), 0.2, watch::refresh);
  }
}
