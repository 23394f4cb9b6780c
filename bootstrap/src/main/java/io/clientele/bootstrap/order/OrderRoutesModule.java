package io.clientele.bootstrap.order;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.clientele.application.order.CancelOrder;
import io.clientele.application.order.ChangeShipment;
import io.clientele.application.order.ConfirmOrder;
import io.clientele.application.order.ListOrders;
import io.clientele.application.order.PackShipment;
import io.clientele.application.order.ReconcileOrders;
import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.ShowShipment;
import io.clientele.application.order.TakeBackGoods;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.product.UnshippedGoods;
import io.clientele.http.order.OrderReconciliationRoutes;
import io.clientele.http.order.OrderRoutes;
import io.clientele.http.order.ShipmentRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.order.JdbcUnshippedGoods;
import java.security.SecureRandom;
import java.time.InstantSource;

/** The routes of orders and their use cases. */
@Module
interface OrderRoutesModule {
  @Provides
  @IntoSet
  static Grants grants() {
    return OrderPermission.GRANTS;
  }

  @Provides
  @IntoSet
  static UnshippedGoods unshipped(Database database) {
    return new JdbcUnshippedGoods(database);
  }

  @Provides
  static OrderUpdate update(Orders orders, IdempotencyStore responses, InstantSource clock) {
    return new OrderUpdate(orders, responses, clock);
  }

  @Provides
  @IntoSet
  static RouteGroup orderRoutes(Orders orders, OrderUpdate update) {
    return new OrderRoutes(
        new ShowOrder(orders),
        new ListOrders(orders),
        new ConfirmOrder(update, orders),
        new CancelOrder(update, orders));
  }

  @Provides
  @IntoSet
  static RouteGroup shipmentRoutes(Orders orders, OrderUpdate update, SecureRandom random) {
    return new ShipmentRoutes(
        new ShowOrder(orders),
        new PackShipment(update, orders, random),
        new ShowShipment(orders),
        new ChangeShipment(update, orders),
        new TakeBackGoods(update, orders));
  }

  @Provides
  @IntoSet
  static RouteGroup reconciliationRoutes(Orders orders) {
    return new OrderReconciliationRoutes(new ReconcileOrders(orders));
  }
}
