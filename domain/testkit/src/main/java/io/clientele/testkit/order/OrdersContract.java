package io.clientele.testkit.order;

import static io.clientele.testkit.order.OrderTrial.PRICE;
import static io.clientele.testkit.order.OrderTrial.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.Cancellation;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.OrderState.Payment;
import io.clientele.domain.order.Orders.Placed;
import io.clientele.domain.order.Orders.Saved;
import io.clientele.domain.order.Placement;
import io.clientele.domain.product.ProductStatus;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link io.clientele.domain.order.Orders} must do. */
public interface OrdersContract extends OrdersUnderTest {
  @Test
  default void anOrderHoldsMoneyAndGoodsTogetherAndIsReadAsItWasPlaced() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(10_000);
    var order = trial.placed(customer, trial.order(customer, 3, tea));
    assertThat(order.version()).isEqualTo(1);
    assertThat(orders().find(order.id()).orElseThrow().order()).isEqualTo(order);
    assertThat(trial.balance(customer.pocket())).isEqualTo("10000/3000");
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("5/3");
    assertThat(orders().reconcile().isBalanced()).isTrue();
    assertThat(orders().reconcile().orders()).isEqualTo(1);
    assertThat(orders().reconcile().heldMoney().get(0).minor())
        .isEqualTo(BigInteger.valueOf(3 * PRICE));
  }

  @Test
  default void aRepetitionIsTheSameOrderAndAnotherRequestIsRefused() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(10_000);
    var placement = trial.placement(customer, trial.order(customer, 1, tea));
    var first = ((Placed.Stored) orders().place(placement)).order();
    assertThat(orders().place(placement)).isEqualTo(new Placed.Replayed(first));
    var other =
        new Placement(
            placement.change(), placement.transfers(), new Placement.Demand("other", false, 50));
    assertThat(orders().place(other)).isEqualTo(new Placed.Different());
    var stranger = trial.customer(1).account();
    var request = placement.demand().request();
    assertThat(orders().known(first.id(), first.account(), request))
        .contains(new Placed.Replayed(first));
    assertThat(orders().known(first.id(), first.account(), "other"))
        .contains(new Placed.Different());
    assertThat(orders().known(first.id(), stranger, request)).contains(new Placed.Different());
    assertThat(orders().known(trial.order(customer, 1, tea).id(), first.account(), request))
        .isEmpty();
    assertThat(trial.balance(customer.pocket())).isEqualTo("10000/1000");
    assertThat(actions("order.placed")).hasSize(1);
  }

  @Test
  default void whatIsShortIsRefusedAndItsIdMayBePlacedLater() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(2);
    var coffee = trial.goods(1);
    var poor = trial.customer(1_999);
    var rich = trial.customer(100_000);
    var order = trial.order(poor, 1, tea, coffee);
    assertThat(orders().place(trial.placement(poor, order)))
        .isEqualTo(new Placed.Refused(new Refusal.Insufficient(poor.pocket(), BigInteger.ONE)));
    assertThat(orders().place(trial.placement(rich, trial.order(rich, 2, tea, coffee))))
        .isEqualTo(new Placed.OutOfStock(List.of(1)));
    assertThat(orders().find(order.id())).isEmpty();
    assertThat(trial.balance(stock(tea.id()).main())).isEqualTo("2/0");
    assertThat(actions("order.placed")).isEmpty();
    var again = trial.order(poor, 1, tea);
    assertThat(trial.placed(poor, again)).isEqualTo(again.at(1));
  }

  @Test
  default void anotherPriceOrAProductThatIsNotSoldIsRefused() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(2);
    var customer = trial.customer(10_000);
    var order = trial.order(customer, 1, tea);
    trial.reprice(tea.id(), PRICE + 1);
    assertThat(orders().place(trial.placement(customer, order)))
        .isEqualTo(new Placed.OfferChanged());
    trial.reprice(tea.id(), PRICE);
    var sold = products().find(tea.id()).orElseThrow();
    trial.save(sold.amend(sold.details(), ProductStatus.RETIRED, trial.by()));
    assertThat(orders().place(trial.placement(customer, order)))
        .isEqualTo(new Placed.OfferChanged());
    assertThat(trial.balance(customer.pocket())).isEqualTo("10000/0");
  }

  @Test
  default void anAccountHoldsSoManyOrdersOnly() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(9);
    var customer = trial.customer(100_000);
    trial.placed(customer, trial.order(customer, 1, tea));
    var second = trial.placement(customer, trial.order(customer, 1, tea));
    var limited =
        new Placement(
            second.change(), second.transfers(), new Placement.Demand("second", false, 1));
    assertThat(orders().place(limited)).isEqualTo(new Placed.TooManyOpen());
  }

  @Test
  default void theSecondWriterOfOneVersionIsStale() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var customer = trial.customer(10_000);
    var order = trial.placed(customer, trial.order(customer, 2, tea));
    var cancel = order.cancel(Cancellation.whole(Cause.CUSTOMER), OrderTrial.now(), trial.by());
    assertThat(orders().versions(List.of(order.id()))).isEqualTo(Map.of(order.id(), 1L));
    trial.given(order.confirm(OrderTrial.now(), trial.by()));
    var absent = trial.order(customer, 1, tea).id();
    assertThat(orders().versions(List.of(order.id(), absent))).isEqualTo(Map.of(order.id(), 2L));
    assertThat(orders().save((Granted) cancel)).isEqualTo(new Saved.Stale());
    assertThat(trial.balance(customer.pocket())).isEqualTo("8000/0");
    assertThat(actions("order.cancelled")).isEmpty();
  }

  @Test
  default void pagesShowEachSelectedOrderOnceTheNewestFirst() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(50);
    var customer = trial.customer(100_000);
    var other = trial.customer(100_000);
    var own = new ArrayList<OrderId>();
    for (var i = 0; i < 5; i++) {
      own.add(0, trial.placed(customer, trial.order(customer, 1, tea)).id());
      trial.placed(other, trial.order(other, 1, tea));
    }
    var filter = new OrderQuery.Filter(customer.account(), null, null, null, null, null, null);
    var first = orders().list(new OrderQuery(filter, null, 3));
    assertThat(first).as("one more than the page").hasSize(4);
    var last = first.get(2);
    var after = new OrderQuery.Position(last.placedAt(), last.id());
    var second = orders().list(new OrderQuery(filter, after, 3));
    var seen = new ArrayList<>(first.subList(0, 3));
    seen.addAll(second);
    assertThat(seen).extracting(Order::id).containsExactlyElementsOf(own);
    var byNumber = new OrderQuery.Filter(null, null, Payment.HELD, null, last.number(), null, null);
    assertThat(orders().list(new OrderQuery(byNumber, null, 9))).containsExactly(last);
    var later =
        new OrderQuery.Filter(null, null, null, null, null, Instant.now().plusSeconds(9), null);
    assertThat(orders().list(new OrderQuery(later, null, 9))).isEmpty();
  }

  @Test
  default void ordersThatAreAwayAreUnavailableAndNotAbsent() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(1);
    var customer = trial.customer(10_000);
    var placement = trial.placement(customer, trial.order(customer, 1, tea));
    var order = placement.change().state();
    var away = unreachableOrders();
    UnavailabilityAssertions.assertUnavailable(
        List.of(
            () -> away.place(placement),
            () -> away.find(order.id()),
            () -> away.list(new OrderQuery(OrderQuery.Filter.ALL, null, 1)),
            () -> away.expire(1),
            () -> away.versions(List.of(order.id())),
            away::reconcile));
  }

  private List<AuditEntry> actions(String prefix) {
    return audit().stream().filter(entry -> entry.action().startsWith(prefix)).toList();
  }
}
