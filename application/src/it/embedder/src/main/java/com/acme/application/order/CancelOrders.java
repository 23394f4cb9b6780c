package com.acme.application.order;

import com.acme.domain.order.OrderPermission;
import com.acme.domain.order.Orders;
import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import java.time.InstantSource;
import java.util.Optional;

/** Cancels the orders of an account. A second call changes nothing. */
public final class CancelOrders {
  private final Orders orders;
  private final InstantSource clock;

  public CancelOrders(Orders orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** Cancels each order that is placed. */
  public Outcome cancel(Actor actor, AccountId account) {
    if (!actor.may(OrderPermission.CANCEL_ORDERS)) {
      return Outcome.DENIED;
    }
    var by = actor.acts(clock.instant());
    return OptimisticUpdate.run(() -> cancelled(account, by), Outcome.OVERTAKEN);
  }

  private Optional<Outcome> cancelled(AccountId account, Provenance by) {
    var isStored =
        orders.of(account).stream()
            .map(order -> order.cancel(by))
            .filter(change -> !change.isNone())
            .allMatch(change -> orders.save(change) == Orders.Saved.STORED);
    return isStored ? Optional.of(Outcome.DONE) : Optional.empty();
  }

  /** The outcome of a cancellation. */
  public enum Outcome {
    /** No order of the account is left. */
    DONE,
    /** The actor may not cancel orders. */
    DENIED,
    /** Other writers were first at every attempt: try again later. */
    OVERTAKEN
  }
}
