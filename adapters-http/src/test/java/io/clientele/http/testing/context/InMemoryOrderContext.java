package io.clientele.http.testing.context;

import io.clientele.application.account.ReadAccountStanding;
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
import io.clientele.application.order.placing.OrderDrafts;
import io.clientele.application.order.placing.OrderPockets;
import io.clientele.application.order.placing.OrderRequest;
import io.clientele.application.order.placing.PlaceOrder;
import io.clientele.application.order.placing.PlacingOutcome;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.order.Address;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.product.ProductId;
import io.clientele.http.order.OrderReconciliationRoutes;
import io.clientele.http.order.OrderRoutes;
import io.clientele.http.order.ShipmentRoutes;
import io.clientele.http.route.RouteGroup;
import io.clientele.inmemory.order.InMemoryOrders;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The orders of a service in memory. */
public final class InMemoryOrderContext implements InMemoryContext {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final SecureRandom RANDOM = new SecureRandom();

  private final InMemoryOrders orders;
  private final PlaceOrder placeOrder;
  private final OrderUpdate update;

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
  }

  /** Places an order of two of a product by its customer, and returns its id. */
  public String placeOrder(String account, String product, String currency) {
    var actor =
        new Actor(
            "customer",
            Set.of(Role.CUSTOMER),
            Set.of(OrderPermission.PLACE_ORDERS),
            AccountId.parse(account));
    var line = new OrderRequest.Line(ProductId.parse(product), BigDecimal.TWO, null);
    var request =
        new OrderRequest(
            new AssetCode(currency), List.of(line), new Address("Main Street 1"), false);
    var id = new OrderId(Uuid7.of(Instant.now(), RANDOM));
    var outcome = placeOrder.place(actor, id, request);
    if (outcome instanceof PlacingOutcome.Placed) {
      return id.toString();
    }
    throw new IllegalStateException("not placed: " + outcome);
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
            new PackShipment(update, orders, RANDOM),
            new ShowShipment(orders),
            new ChangeShipment(update, orders),
            new TakeBackGoods(update, orders)),
        new OrderReconciliationRoutes(new ReconcileOrders(orders)));
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
