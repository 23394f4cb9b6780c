package io.clientele.testkit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.order.Order;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderQuery;
import io.clientele.domain.order.OrderState;
import io.clientele.domain.order.summary.OrderSummaries;
import io.clientele.domain.order.summary.OrderSummary;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link OrderSummaries} must do. */
public interface OrderSummariesContract extends OrdersUnderTest {
  /** The summaries of {@link #orders}. */
  OrderSummaries summaries();

  /** Summaries of an unreachable server. A call must end within seconds. */
  OrderSummaries unreachableSummaries();

  private OrderSummary only(OrderTrial.Customer customer) {
    var all = summaries().list(customer.account(), null, 9);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  @Test
  default void aSummaryIsWhatItsOrderIsAfterEachChange() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(5);
    var coffee = trial.goods(5);
    var customer = trial.customer(10_000);
    var order = trial.placed(customer, trial.order(customer, 2, tea, coffee));
    assertThat(only(customer)).isEqualTo(OrderSummary.of(order));
    assertThat(only(customer).lineCount()).isEqualTo(2);
    var paid = trial.given(order.confirm(OrderTrial.now(), trial.by()));
    assertThat(only(customer)).isEqualTo(OrderSummary.of(paid));
    assertThat(only(customer).state().payment()).isEqualTo(OrderState.Payment.CAPTURED);
  }

  @Test
  default void fromTheEndOfItsHoldOnAnOrderIsListedAsCancelled() {
    var trial = new OrderTrial(this);
    var customer = trial.customer(10_000);
    var over = trial.ending(customer, Duration.ofMillis(-1), trial.goods(5));
    trial.placed(customer, over);
    var before = only(customer);
    assertThat(before.state().isCancelled()).isTrue();
    assertThat(before.state().payment()).isEqualTo(OrderState.Payment.RELEASED);
    assertThat(before.state().cause()).isEqualTo(OrderState.Cause.EXPIRED);
    assertThat(orders().expire(9)).isEqualTo(1);
    assertThat(only(customer)).isEqualTo(before);
  }

  @Test
  default void pagesShowEachOwnOrderOnceTheNewestFirst() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(50);
    var customer = trial.customer(100_000);
    var other = trial.customer(100_000);
    var own = new ArrayList<OrderId>();
    for (var i = 0; i < 5; i++) {
      own.add(0, trial.placed(customer, trial.order(customer, 1, tea)).id());
      trial.placed(other, trial.order(other, 1, tea));
    }
    var first = summaries().list(customer.account(), null, 3);
    assertThat(first).as("one more than the page").hasSize(4);
    var last = first.get(2);
    var after = new OrderQuery.Position(last.placedAt(), last.id());
    var seen = new ArrayList<>(first.subList(0, 3));
    seen.addAll(summaries().list(customer.account(), after, 3));
    assertThat(seen).extracting(OrderSummary::id).containsExactlyElementsOf(own);
  }

  @Test
  default void aRebuildOfSoundSummariesChangesNothing() {
    var trial = new OrderTrial(this);
    var tea = trial.goods(50);
    var customer = trial.customer(100_000);
    Order order = trial.placed(customer, trial.order(customer, 1, tea));
    var before = summaries().list(customer.account(), null, 9);
    for (var after = summaries().rebuild(null); after != null; ) {
      after = summaries().rebuild(after);
    }
    assertThat(summaries().list(customer.account(), null, 9)).isEqualTo(before).hasSize(1);
    assertThat(orders().find(order.id()).orElseThrow().order()).isEqualTo(order);
  }

  @Test
  default void summariesThatAreAwayAreUnavailable() {
    var customer = new OrderTrial(this).customer(1);
    var away = unreachableSummaries();
    UnavailabilityAssertions.assertUnavailable(
        List.of(() -> away.list(customer.account(), null, 1)));
  }
}
