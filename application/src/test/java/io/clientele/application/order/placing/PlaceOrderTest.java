package io.clientele.application.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.order.placing.PlacingOutcome.NewPrice;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.Assets;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.order.Address;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.Orders;
import io.clientele.domain.product.Product;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ProductStatus;
import io.clientele.domain.product.Products;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.ledger.InMemoryAssets;
import io.clientele.inmemory.ledger.InMemoryLedger;
import io.clientele.inmemory.order.InMemoryOrders;
import io.clientele.inmemory.product.InMemoryProducts;
import io.clientele.testkit.order.OrderTrial;
import io.clientele.testkit.order.OrdersUnderTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaceOrderTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final AssetCode USD = new AssetCode("USD");

  private final Random random = new Random(11);
  private final InMemoryChangeStore changes = new InMemoryChangeStore();
  private final InMemoryAssets assets = new InMemoryAssets(changes);
  private final InMemoryLedger ledger = new InMemoryLedger(changes, CLOCK);
  private final InMemoryProducts products = new InMemoryProducts(changes, assets, ledger, CLOCK);
  private final InMemoryOrders orders = new InMemoryOrders(changes, ledger, products, CLOCK);
  private final OrderTrial trial = new OrderTrial(new Ports());

  private final Product tea = trial.goods(5);
  private final OrderTrial.Customer customer = trial.customer(3_000);
  private AccountStanding standing = AccountStanding.ACTIVE;

  private final PlaceOrder placeOrder =
      new PlaceOrder(
          orders,
          new OrderDrafts(
              products,
              assets,
              new OrderPockets(ledger, random),
              new OrderDrafts.Terms(Duration.ofMinutes(15), 2),
              random),
          account -> standing,
          CLOCK);

  private final OrderId id = new OrderId(Uuid7.of(Instant.now(), random));

  private final class Ports implements OrdersUnderTest {
    @Override
    public Orders orders() {
      return orders;
    }

    @Override
    public Products products() {
      return products;
    }

    @Override
    public Ledger ledger() {
      return ledger;
    }

    @Override
    public Pockets pockets() {
      return ledger;
    }

    @Override
    public Assets assets() {
      return assets;
    }

    @Override
    public List<AuditEntry> audit() {
      return changes.entries();
    }

    @Override
    public AccountId account() {
      return AccountId.of(Instant.now(), random);
    }

    @Override
    public Orders unreachableOrders() {
      throw new UnsupportedOperationException("not used here");
    }
  }

  private Actor actor(OrderPermission... permissions) {
    return new Actor("customer", Set.of(Role.CUSTOMER), Set.of(permissions), customer.account());
  }

  private PlacingOutcome place(OrderId order, OrderRequest request) {
    return placeOrder.place(actor(OrderPermission.PLACE_ORDERS), order, request);
  }

  private OrderId other() {
    return new OrderId(Uuid7.of(Instant.now(), random));
  }

  private static OrderRequest request(OrderRequest.Line... lines) {
    return new OrderRequest(USD, List.of(lines), new Address("Main Street 1"), false);
  }

  private OrderRequest.Line tea(String quantity, String unitPrice) {
    return new OrderRequest.Line(tea.id(), new BigDecimal(quantity), unitPrice);
  }

  @Test
  void anOrderIsPlacedAtThePriceOfNowAndTheSameRequestAgainReturnsIt() {
    var request = request(tea("2", "10.00"));
    var placed = (PlacingOutcome.Placed) place(id, request);
    assertThat(placed.isReplayed()).isFalse();
    assertThat(placed.order().sum().totalText()).isEqualTo("20.00");
    assertThat(placed.order().state().payment()).isEqualTo(Payment.HELD);
    assertThat(trial.balance(customer.pocket())).isEqualTo("3000/2000");
    trial.save(tea.amend(tea.details(), ProductStatus.RETIRED, trial.by()));
    standing = AccountStanding.SUSPENDED;
    var again = (PlacingOutcome.Placed) place(id, request);
    assertThat(again.isReplayed()).isTrue();
    assertThat(again.order()).isEqualTo(placed.order());
    assertThat(place(id, request(tea("1", "10.00")))).isEqualTo(new PlacingOutcome.Different());
    standing = AccountStanding.ACTIVE;
    assertThat(place(id, request(tea("0.5", null)))).isEqualTo(new PlacingOutcome.Different());
  }

  @Test
  void refusalsAreJudgedInTheirOrder() {
    var absent = new OrderRequest.Line(ProductId.of(Instant.now(), random), BigDecimal.ONE, null);
    var wrong = request(tea("9", "1.00"), absent);
    standing = AccountStanding.SUSPENDED;
    assertThat(place(id, wrong)).isEqualTo(new PlacingOutcome.AccountSuspended());
    standing = AccountStanding.CLOSED;
    assertThat(place(id, wrong)).isEqualTo(new PlacingOutcome.AccountClosed());
    standing = AccountStanding.ACTIVE;
    assertThat(place(id, wrong)).isEqualTo(new PlacingOutcome.NotOrderable(List.of(1)));
    assertThat(place(id, request(tea("9", "1.00"))))
        .isEqualTo(new PlacingOutcome.PriceChanged(List.of(new NewPrice(tea.id(), "10.00"))));
    place(other(), request(tea("1", null)));
    place(other(), request(tea("1", null)));
    assertThat(place(id, request(tea("9", null)))).isEqualTo(new PlacingOutcome.TooManyOpen());
    assertThat(changes.entries())
        .filteredOn(entry -> entry.action().equals("order.placed"))
        .hasSize(2);
  }

  @Test
  void goodsThatAreShortAreToldBeforeMoneyThatIs() {
    assertThat(place(id, request(tea("6", null))))
        .isEqualTo(new PlacingOutcome.OutOfStock(List.of(0)));
    assertThat(place(id, request(tea("4", null))))
        .isEqualTo(new PlacingOutcome.InsufficientBalance());
    assertThat(place(id, request(tea("3", null)))).isInstanceOf(PlacingOutcome.Placed.class);
  }

  @Test
  void anOrderThatIsPaidAtOnceIsCaptured() {
    var request = new OrderRequest(USD, List.of(tea("1", null)), null, true);
    var placed = (PlacingOutcome.Placed) place(id, request);
    assertThat(placed.order().state().payment()).isEqualTo(Payment.CAPTURED);
    assertThat(trial.balance(customer.pocket())).isEqualTo("2000/0");
  }

  @Test
  void onlyACustomerWithThePermissionPlacesOrders() {
    assertThat(placeOrder.place(actor(), id, request(tea("1", null))))
        .isEqualTo(new PlacingOutcome.Denied());
    var operator = new Actor("operator", Set.of(), Set.of(OrderPermission.PLACE_ORDERS), null);
    assertThat(placeOrder.place(operator, id, request(tea("1", null))))
        .isEqualTo(new PlacingOutcome.Denied());
  }

  @Test
  void aRequestIsJudgedByItsShape() {
    assertThatThrownBy(() -> request()).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> request(tea("1", null), tea("2", null)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> place(id, request(tea("0.5", null)))).isInstanceOf(InvalidValue.class);
    var many = new ArrayList<OrderRequest.Line>();
    for (var i = 0; i < 51; i++) {
      many.add(new OrderRequest.Line(ProductId.of(Instant.now(), random), BigDecimal.ONE, null));
    }
    assertThatThrownBy(() -> new OrderRequest(USD, many, null, false))
        .isInstanceOf(InvalidValue.class);
  }
}
