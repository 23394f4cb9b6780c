package io.clientele.application.ledger;

import io.clientele.application.ledger.posting.PocketAccess;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Balance;
import io.clientele.domain.ledger.transfer.Ledger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows the balance of a pocket, now or at any moment of the past. */
public final class ShowBalance {
  private final Pockets pockets;
  private final Ledger ledger;

  public ShowBalance(Pockets pockets, Ledger ledger) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
  }

  /** The moment of a requested balance. */
  public sealed interface Moment {
    /** The present. */
    record Now() implements Moment {}

    /** An instant, entries of that instant included. */
    record At(Instant instant) implements Moment {
      public At {
        Objects.requireNonNull(instant, "instant");
      }
    }

    /** The moment after the entry of this number. */
    record After(long seq) implements Moment {}
  }

  /** Returns the balance at the moment. */
  public Outcome show(Actor actor, PocketId id, Moment moment) {
    if (!actor.may(LedgerPermission.VIEW_POCKETS)) {
      return new Outcome.Denied();
    }
    var found = pockets.find(id).filter(pocket -> PocketAccess.maySee(actor, pocket));
    if (found.isEmpty()) {
      return new Outcome.NoSuchPocket();
    }
    return balance(id, moment)
        .<Outcome>map(balance -> new Outcome.Shown(found.get(), balance))
        .orElseGet(
            () ->
                moment instanceof Moment.At
                    ? new Outcome.InTheFuture()
                    : new Outcome.NoSuchEntry());
  }

  private Optional<Balance> balance(PocketId id, Moment moment) {
    if (moment instanceof Moment.At at) {
      return ledger.balanceAt(id, at.instant());
    }
    if (moment instanceof Moment.After after) {
      return ledger.balanceAfter(id, after.seq());
    }
    return Optional.ofNullable(ledger.balances(List.of(id)).get(id));
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The balance. */
    record Shown(Pocket pocket, Balance balance) implements Outcome {
      public Shown {
        Objects.requireNonNull(pocket, "pocket");
        Objects.requireNonNull(balance, "balance");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.shown(this);
      }
    }

    /** The actor may not see balances. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no pocket of this id that the actor may see. */
    record NoSuchPocket() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchPocket(this);
      }
    }

    /** The pocket has no entry of this number. */
    record NoSuchEntry() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchEntry(this);
      }
    }

    /** The instant lies in the future. */
    record InTheFuture() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.inTheFuture(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R shown(Shown shown);

      R denied(Denied denied);

      R noSuchPocket(NoSuchPocket noSuchPocket);

      R noSuchEntry(NoSuchEntry noSuchEntry);

      R inTheFuture(InTheFuture inTheFuture);
    }
  }
}
