package com.acme.bootstrap;

import com.acme.application.order.CancelOrders;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.event.PublishedEvent;
import java.util.function.Consumer;

/** Cancels the orders of an account when it is closed. */
final class AccountClosures implements Consumer<PublishedEvent> {
  private final CancelOrders cancelOrders;
  private final Actor actor;

  AccountClosures(CancelOrders cancelOrders, Actor actor) {
    this.cancelOrders = cancelOrders;
    this.actor = actor;
  }

  @Override
  public void accept(PublishedEvent event) {
    if (event.type().equals("account.closed")) {
      var outcome = cancelOrders.cancel(actor, event.about().account());
      if (outcome != CancelOrders.Outcome.DONE) {
        throw new IllegalStateException("orders of a closed account: " + outcome);
      }
    }
  }
}
