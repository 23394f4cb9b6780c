package io.clientele.application.order.command;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.order.Order;
import io.clientele.domain.order.Order.Decision;
import io.clientele.domain.order.Order.Decision.Granted;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.Orders.Found;
import io.clientele.domain.order.Orders.Saved;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command on an order: loads it, lets it decide, stores the change with its transfers, and
 * does so again when another change was first. Safe for use by many threads.
 */
public final class OrderUpdate {
  private final Orders orders;
  private final IdempotencyGuard<OrderOutcome> guard;
  private final InstantSource clock;

  public OrderUpdate(Orders orders, IdempotencyStore responses, InstantSource clock) {
    Objects.requireNonNull(responses, "responses");
    this.orders = Objects.requireNonNull(orders, "orders");
    this.guard =
        new IdempotencyGuard<>(
            responses,
            new IdempotencyGuard.Outcomes<>(
                OrderOutcome.Replayed::new,
                new OrderOutcome.KeyMismatched(),
                new OrderOutcome.KeyEmptied()));
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Decides a command on an order that was found. */
  @FunctionalInterface
  public interface Decider {
    /** Returns the decision; empty if what the command names is not on the order. */
    Optional<Decision> decide(Found found, Provenance by);
  }

  /**
   * A command.
   *
   * @param load finds the order
   * @param expected whether the order is at a version that the caller expects
   * @param idempotent read once the order is found; gives null for a request without a key
   */
  public record Command(
      Supplier<Optional<Found>> load,
      Predicate<Order> expected,
      Supplier<@Nullable Idempotent<Order>> idempotent,
      Decider decider) {
    public Command {
      Objects.requireNonNull(load, "load");
      Objects.requireNonNull(expected, "expected");
      Objects.requireNonNull(idempotent, "idempotent");
      Objects.requireNonNull(decider, "decider");
    }
  }

  /** Runs a command of an actor who may change all orders, or of the customer whose order it is. */
  public OrderOutcome run(Actor actor, Command command) {
    if (!actor.may(OrderPermission.CHANGE_ORDERS) && !actor.may(OrderPermission.PLACE_ORDERS)) {
      return new OrderOutcome.Denied();
    }
    if (load(actor, command).isEmpty()) {
      return new OrderOutcome.NoSuchOrder();
    }
    var idempotent = command.idempotent.get();
    var earlier = guard.earlier(idempotent, clock.instant());
    return earlier.isPresent()
        ? earlier.get()
        : OptimisticUpdate.run(
            () -> attempt(actor, command, idempotent), new OrderOutcome.Overtaken());
  }

  private static Optional<Found> load(Actor actor, Command command) {
    return command.load.get().filter(one -> isOf(actor, one.order()));
  }

  private Optional<OrderOutcome> attempt(
      Actor actor, Command command, @Nullable Idempotent<Order> idempotent) {
    var found = load(actor, command);
    if (found.isEmpty()) {
      return Optional.of(new OrderOutcome.NoSuchOrder());
    }
    var by = actor.acts(clock.instant());
    var order = found.get().order();
    var decision = command.decider.decide(found.get(), by);
    if (decision.isEmpty()) {
      return Optional.of(new OrderOutcome.NoSuchShipment());
    }
    return decision.get() instanceof Granted granted
        ? granted(granted, command.expected.test(order), idempotent)
        : Optional.of(refused(decision.get()));
  }

  private static boolean isOf(Actor actor, Order order) {
    return actor.may(OrderPermission.CHANGE_ORDERS) || order.account().equals(actor.ownAccount());
  }

  private static OrderOutcome refused(Decision decision) {
    if (decision instanceof Decision.Refused refused) {
      return new OrderOutcome.Refused(refused.conflict());
    }
    return decision instanceof Decision.ShipmentRefused refused
        ? new OrderOutcome.ShipmentRefused(refused.status())
        : new OrderOutcome.LinesRefused(((Decision.LinesRefused) decision).positions());
  }

  private Optional<OrderOutcome> granted(
      Granted granted, boolean isExpected, @Nullable Idempotent<Order> idempotent) {
    if (granted.change().isNone()) {
      return Optional.of(new OrderOutcome.Done(granted.change().state()));
    }
    return isExpected
        ? store(granted, idempotent)
        : Optional.of(new OrderOutcome.VersionMismatch());
  }

  private static Granted keeping(Granted granted, @Nullable Idempotent<Order> idempotent) {
    if (idempotent == null) {
      return granted;
    }
    var after = granted.change().state().at(granted.change().state().version() + 1);
    return new Granted(granted.change().keeping(idempotent.kept(after)), granted.transfers());
  }

  /** Empty if another change was first, so that the command is decided again. */
  private Optional<OrderOutcome> store(Granted granted, @Nullable Idempotent<Order> idempotent) {
    var saved = orders.save(keeping(granted, idempotent));
    if (saved instanceof Saved.Stored stored) {
      return Optional.of(new OrderOutcome.Done(stored.order()));
    }
    if (saved instanceof Saved.Refused refused) {
      return Optional.of(new OrderOutcome.LedgerRefused(refused.refusal()));
    }
    if (saved instanceof Saved.InProgress) {
      return Optional.of(new OrderOutcome.KeyInProgress());
    }
    return saved instanceof Saved.Answered
        ? guard.earlier(idempotent, clock.instant())
        : Optional.empty();
  }
}
