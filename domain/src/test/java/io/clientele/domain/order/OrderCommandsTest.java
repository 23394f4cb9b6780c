package io.clientele.domain.order;

import static io.clientele.domain.order.OrderSamples.BY;
import static io.clientele.domain.order.OrderSamples.CARRIAGE;
import static io.clientele.domain.order.OrderSamples.NOW;
import static io.clientele.domain.order.OrderSamples.back;
import static io.clientele.domain.order.OrderSamples.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.Order.Decision.Refused;
import io.clientele.domain.order.OrderState.Cause;
import io.clientele.domain.order.line.ShipmentId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All commands in all states. A row gives the result in each state, in the order of STATES. */
class OrderCommandsTest {
  private static final Map<String, Order> STATES =
      Map.of(
          "held", OrderSamples.held(),
          "captured", OrderSamples.captured(),
          "packed", OrderSamples.packed(),
          "partial", OrderSamples.partial(),
          "shipped", OrderSamples.shipped(),
          "delivered", OrderSamples.delivered(),
          "returned", OrderSamples.returned(),
          "cancelled", OrderSamples.cancelled(),
          "expired", OrderSamples.expired());

  private static final List<String> ORDER =
      List.of(
          "held",
          "captured",
          "packed",
          "partial",
          "shipped",
          "delivered",
          "returned",
          "cancelled",
          "expired");

  private static final String[] TABLE = {
    "confirm      captured  =         =         =         =         =         =        "
        + " 409:cancelled 409:expired",
    "cancel       released  refunded  409:packed 409:partial 409:shipped 409:delivered 409:returned"
        + " = =",
    "cancelOne    409:held  captured  409:packed captured 409:shipped 409:delivered 409:returned ="
        + " =",
    "pack         409:held  packed    409:packed packed   409:shipped 409:delivered 409:returned"
        + " 409:cancelled 409:expired",
    "takeBack     409:held  409:captured 409:packed back  back      back      409:returned"
        + " 409:cancelled 409:expired",
    "expire       =         =         =         =         =         =         =         =        "
        + " =",
    "expireLate   released  =         =         =         =         =         =         =        "
        + " =",
  };

  private static final Map<String, Function<Order, Decision>> COMMANDS =
      Map.of(
          "confirm", order -> order.confirm(NOW, BY),
          "cancel", order -> order.cancel(Cancellation.whole(Cause.CUSTOMER), NOW, BY),
          "cancelOne",
              order -> order.cancel(new Cancellation(Cause.OPERATIONS, null, part(1)), NOW, BY),
          "pack", order -> order.pack(ShipmentId.of(NOW, new Random(1)), CARRIAGE, List.of(), BY),
          "takeBack", order -> order.takeBack(back(1), BY),
          "expire", order -> order.expire(OrderSamples.END.minusNanos(1_000), BY),
          "expireLate", order -> order.expire(OrderSamples.END, BY));

  static Stream<Arguments> cells() {
    return Stream.of(TABLE)
        .map(row -> row.split(" +"))
        .flatMap(
            row ->
                ORDER.stream()
                    .map(state -> Arguments.of(row[0], state, row[1 + ORDER.indexOf(state)])));
  }

  @ParameterizedTest(name = "{0} of {1}: {2}")
  @MethodSource("cells")
  void everyCommandInEveryStateEndsAsTheTableSays(String command, String state, String expected) {
    var order = STATES.get(state);
    var decision = COMMANDS.get(command).apply(order);
    if (expected.startsWith("409:")) {
      var conflict = OrderConflict.valueOf(expected.substring(4).toUpperCase(Locale.ROOT));
      assertThat(decision).isEqualTo(new Refused(conflict));
      return;
    }
    var granted = (Granted) decision;
    if (expected.equals("=")) {
      assertThat(granted.change().isNone()).isTrue();
      assertThat(granted.transfers()).isEmpty();
      assertThat(granted.change().state()).isEqualTo(order);
      return;
    }
    assertThat(granted.change().events()).hasSize(1);
    assertThat(description(granted.change().state())).contains(expected);
    assertThat(granted.change().state().version()).isEqualTo(order.version());
  }

  private static String description(Order order) {
    var shipments = order.shipments().isEmpty() ? "" : " packed";
    var back = order.lines().get(0).returned().signum() == 0 ? "" : " back";
    return order.state().payment().name().toLowerCase(Locale.ROOT) + shipments + back;
  }
}
