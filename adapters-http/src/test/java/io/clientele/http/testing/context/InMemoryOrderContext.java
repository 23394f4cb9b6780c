package io.clientele.http.testing.context;

import io.clientele.application.account.ReadAccountStanding;
import io.clientele.application.order.CancelOrder;
import io.clientele.application.order.ChangeShipment;
import io.clientele.application.order.ConfirmOrder;
import io.clientele.application.order.ListOrders;
import io.clientele.application.order.ListOwnOrders;
import io.clientele.application.order.PackShipment;
import io.clientele.application.order.ReconcileOrders;
import io.clientele.application.order.ShowOrder;
import io.clientele.application.order.ShowShipment;
import io.clientele.application.order.TakeBackGoods;
import io.clientele.application.order.command.OrderUpdate;
import io.clientele.application.order.placing.OrderDrafts;
import io.clientele.application.order.placing.OrderPockets;
import io.clientele.application.order.placing.PlaceOrder;
import io.clientele.application.order.watch.OrderWatch;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.http.order.OrderReconciliationRoutes;
import io.clientele.http.order.OrderRoutes;
import io.clientele.http.order.ShipmentRoutes;
import io.clientele.http.order.customer.OwnOrderRoutes;
import io.clientele.http.order.customer.OwnOrderStream;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.order.InMemoryOrderSummaries;
import io.clientele.inmemory.order.InMemoryOrders;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The orders of a service in memory. */
public final class InMemoryOrderContext implements InMemoryContext {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int WATCH_MILLIS = 20;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InMemoryOrders orders;
  private final PlaceOrder placeOrder;
  private final OrderUpdate update;
  private final OrderWatch watch;
  private final Authenticator authenticator;
  private final ScheduledExecutorService jobs = Executors.newSingleThreadScheduledExecutor();

  InMemoryOrderContext(InMemoryParts parts) {
    var ledger = parts.context(InMemoryLedgerContext.class);
    var products = parts.context(InMemoryProductContext.class).products();
    var changes = parts.changes();
    orders = new InMemoryOrders(changes, ledger.ledger(), products, CLOCK);
    changes.addVeto(orders);
    changes.addEraser(orders);
    var drafts =
        new OrderDrafts(
            products,
            ledger.assets(),
            new OrderPockets(ledger.ledger(), RANDOM),
            new OrderDrafts.Terms(Duration.ofMinutes(15), 50),
            RANDOM);
    var standings = new ReadAccountStanding(parts.context(InMemoryAccountContext.class).store());
    placeOrder = new PlaceOrder(orders, drafts, standings, CLOCK);
    update = new OrderUpdate(orders, changes.responses(), CLOCK);
    watch = new OrderWatch(orders, parts.health()::isStopping);
    authenticator = parts.authenticator();
    var _ = jobs.scheduleWithFixedDelay(this::refresh, 0, WATCH_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void refresh() {
    try {
      watch.refresh();
    } catch (PortUnavailable away) {
      // The next run may find the store again.
    }
  }

  @Override
  public void close() {
    jobs.shutdownNow();
  }

  /** Ends the holds that are over, as a job does. */
  public void expire() {
    orders.expire(200);
  }

  @Override
  public List<RouteGroup> routes() {
    return List.of(
        new OrderRoutes(
            new ShowOrder(orders),
            new ListOrders(orders),
            new ConfirmOrder(update, orders),
            new CancelOrder(update, orders)),
        new ShipmentRoutes(
            new ShowOrder(orders),
            new PackShipment(update, orders, RANDOM),
            new ShowShipment(orders),
            new ChangeShipment(update, orders),
            new TakeBackGoods(update, orders)),
        new OrderReconciliationRoutes(new ReconcileOrders(orders)),
        new OwnOrderRoutes(
            placeOrder,
            new ListOwnOrders(new InMemoryOrderSummaries(orders)),
            new ShowOrder(orders),
            new ConfirmOrder(update, orders),
            new CancelOrder(update, orders)),
        new OwnOrderStream(new ShowOrder(orders), watch, authenticator));
  }

  @Override
  public void startOutage() {
    orders.startOutage();
  }

  @Override
  public void endOutage() {
    orders.endOutage();
  }
}
