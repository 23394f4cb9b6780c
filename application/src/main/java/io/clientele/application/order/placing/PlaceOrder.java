package io.clientele.application.order.placing;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.order.OrderId;
import io.clientele.domain.order.OrderPermission;
import io.clientele.domain.order.Orders;
import io.clientele.domain.order.Orders.Placed;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * Places an order of the actor's own account. Refusals are judged in this order: another request of
 * the id, the account, the products, the prices that the customer saw, the number of held orders,
 * the stock, the money. A refusal stores nothing, so the id may be placed again.
 */
public final class PlaceOrder {
  private final Orders orders;
  private final OrderDrafts drafts;
  private final AccountStandings accounts;
  private final InstantSource clock;

  public PlaceOrder(
      Orders orders, OrderDrafts drafts, AccountStandings accounts, InstantSource clock) {
    this.orders = Objects.requireNonNull(orders, "orders");
    this.drafts = Objects.requireNonNull(drafts, "drafts");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Places an order; the same request again returns the order as it is then.
   *
   * @throws io.clientele.domain.kernel.InvalidValue for a quantity or price with too many decimals
   */
  public PlacingOutcome place(Actor actor, OrderId id, OrderRequest request) {
    var account = actor.ownAccount();
    if (account == null || !actor.may(OrderPermission.PLACE_ORDERS)) {
      return new PlacingOutcome.Denied();
    }
    try {
      var outcome = judge(actor, account, id, request);
      return isDecided(outcome) ? outcome : known(account, id, request).orElse(outcome);
    } catch (InvalidValue broken) {
      return known(account, id, request).orElseThrow(() -> broken);
    }
  }

  /**
   * Whether the id was looked at. A request that is refused earlier may still be the repetition of
   * one that was placed: that is looked up last, as most requests are new.
   */
  private static boolean isDecided(PlacingOutcome outcome) {
    return outcome instanceof PlacingOutcome.Placed || outcome instanceof PlacingOutcome.Different;
  }

  private Optional<PlacingOutcome> known(AccountId account, OrderId id, OrderRequest request) {
    return orders.known(id, account, request.canonical()).flatMap(PlaceOrder::outcome);
  }

  private PlacingOutcome judge(Actor actor, AccountId account, OrderId id, OrderRequest request) {
    var standing = accounts.of(account);
    if (standing != AccountStanding.ACTIVE) {
      return standing == AccountStanding.SUSPENDED
          ? new PlacingOutcome.AccountSuspended()
          : new PlacingOutcome.AccountClosed();
    }
    return OptimisticUpdate.run(
        () -> attempt(actor, account, id, request), new PlacingOutcome.Overtaken());
  }

  /** Empty if a product or price changed meanwhile, so that the request is judged again. */
  private Optional<PlacingOutcome> attempt(
      Actor actor, AccountId account, OrderId id, OrderRequest request) {
    var draft = drafts.draft(account, id, request, actor.acts(clock.instant()));
    if (draft instanceof OrderDrafts.Draft.Refused refused) {
      return Optional.of(refused.outcome());
    }
    return outcome(orders.place(((OrderDrafts.Draft.Ready) draft).placement()));
  }

  private static Optional<PlacingOutcome> outcome(Placed placed) {
    if (placed instanceof Placed.Stored stored) {
      return Optional.of(new PlacingOutcome.Placed(stored.order(), false));
    }
    if (placed instanceof Placed.Replayed replayed) {
      return Optional.of(new PlacingOutcome.Placed(replayed.order(), true));
    }
    if (placed instanceof Placed.Different) {
      return Optional.of(new PlacingOutcome.Different());
    }
    if (placed instanceof Placed.TooManyOpen) {
      return Optional.of(new PlacingOutcome.TooManyOpen());
    }
    if (placed instanceof Placed.OutOfStock missing) {
      return Optional.of(new PlacingOutcome.OutOfStock(missing.positions()));
    }
    if (placed instanceof Placed.Refused refused) {
      return Optional.of(
          refused.refusal() instanceof Refusal.Insufficient
              ? new PlacingOutcome.InsufficientBalance()
              : new PlacingOutcome.LedgerRefused(refused.refusal()));
    }
    return Optional.empty();
  }
}
