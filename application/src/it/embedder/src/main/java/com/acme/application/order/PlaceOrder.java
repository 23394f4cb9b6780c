package com.acme.application.order;

import com.acme.domain.order.Order;
import com.acme.domain.order.OrderId;
import com.acme.domain.order.OrderPermission;
import com.acme.domain.order.Orders;
import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Places an order for a client, once for each idempotency key. */
public final class PlaceOrder {
  private static final IdempotencyGuard.Outcomes<Outcome> EARLIER =
      new IdempotencyGuard.Outcomes<>(
          Outcome.Replayed::new, new Outcome.KeyMismatch(), new Outcome.NoOpenAccount());

  private final Accounts accounts;
  private final Orders orders;
  private final IdempotencyGuard<Outcome> guard;
  private final Supplier<OrderId> ids;
  private final InstantSource clock;

  public PlaceOrder(
      Accounts accounts,
      Orders orders,
      IdempotencyStore responses,
      Supplier<OrderId> ids,
      InstantSource clock) {
    this.accounts = accounts;
    this.orders = orders;
    this.guard = new IdempotencyGuard<>(responses, EARLIER);
    this.ids = ids;
    this.clock = clock;
  }

  /** Orders an item for an open account. */
  public Outcome place(Actor actor, AccountId account, String item, Idempotent<Order> once) {
    if (!actor.may(OrderPermission.PLACE_ORDERS)) {
      return new Outcome.Denied();
    }
    var by = actor.acts(clock.instant());
    return guard
        .earlier(once, by.at())
        .orElseGet(
            () -> {
              if (accounts.find(account).present().filter(Account::isOpen).isEmpty()) {
                return new Outcome.NoOpenAccount();
              }
              var change = Order.place(ids.get(), account, item, by);
              var saved = orders.save(change.keeping(once.kept(change.state())));
              return saved == Orders.Saved.STORED
                  ? new Outcome.Done(change.state())
                  : guard.earlier(once, by.at()).orElse(new Outcome.InProgress());
            });
  }

  /** The outcome of an order. */
  public sealed interface Outcome {
    /** The order is placed. */
    record Done(Order order) implements Outcome {}

    /** The key was used before for the same order; this is the stored response. */
    record Replayed(StoredResponse response) implements Outcome {}

    /** The key was used for another order. */
    record KeyMismatch() implements Outcome {}

    /** A request with the same key is in progress. */
    record InProgress() implements Outcome {}

    /** There is no open account with this id. */
    record NoOpenAccount() implements Outcome {}

    /** The actor may not place orders. */
    record Denied() implements Outcome {}
  }
}
