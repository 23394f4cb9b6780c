package io.clientele.application.ledger;

import io.clientele.application.kernel.OptimisticUpdate;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pocket;
import io.clientele.domain.ledger.Pocket.Status;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Freezes, unfreezes or closes a pocket, or moves its floor. */
public final class AmendPocket {
  private final Pockets pockets;
  private final Ledger ledger;
  private final InstantSource clock;

  public AmendPocket(Pockets pockets, Ledger ledger, InstantSource clock) {
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * The requested changes.
   *
   * @param status null to keep the status
   */
  public record Request(@Nullable Status status, FloorRequest floor) {
    public Request {
      Objects.requireNonNull(floor, "floor");
    }
  }

  /**
   * Changes a pocket. A request that changes nothing succeeds for any expected version.
   *
   * @param expected the versions that the caller expects
   * @param request read once the pocket is found; read again if another change was first
   * @throws InvalidValue if the request breaks a rule
   */
  public Outcome amend(
      Actor actor, PocketId id, LongPredicate expected, Supplier<Request> request) {
    if (!actor.may(LedgerPermission.CHANGE_POCKETS)) {
      return new Outcome.Denied();
    }
    return OptimisticUpdate.run(
        () -> attempt(actor, id, expected, request), new Outcome.Overtaken());
  }

  private Optional<Outcome> attempt(
      Actor actor, PocketId id, LongPredicate expected, Supplier<Request> request) {
    var found = pockets.find(id);
    if (found.isEmpty()) {
      return Optional.of(new Outcome.NoSuchPocket());
    }
    var pocket = found.get();
    var asked = request.get();
    var floor = asked.floor.resolve(pocket.asset(), pocket.floor());
    var status = asked.status == null ? pocket.status() : asked.status;
    var change = pocket.amend(status, floor, actor.acts(clock.instant()));
    if (asked.floor.isGiven() && !actor.may(LedgerPermission.ADMINISTER_LEDGER)) {
      return Optional.of(new Outcome.Denied());
    }
    if (change.isNone()) {
      return Optional.of(done(pocket));
    }
    if (pocket.status() == Status.CLOSED) {
      return Optional.of(new Outcome.Closed());
    }
    return expected.test(pocket.version())
        ? store(change)
        : Optional.of(new Outcome.VersionMismatch());
  }

  private Optional<Outcome> store(Change<Pocket> change) {
    return switch (pockets.amend(change)) {
      case STORED -> Optional.of(done(change.state().at(change.state().version() + 1)));
      case STALE -> Optional.empty();
      case NOT_EMPTY -> Optional.of(new Outcome.NotEmpty());
      case BELOW_FLOOR -> Optional.of(new Outcome.BelowFloor());
    };
  }

  private Outcome done(Pocket pocket) {
    var balance = ledger.balances(List.of(pocket.id())).get(pocket.id());
    if (balance == null) {
      throw new IllegalStateException("a pocket has no balance: " + pocket.id());
    }
    return new Outcome.Done(new PocketBalance(pocket, balance));
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /** The pocket is as the request wants it. */
    record Done(PocketBalance pocket) implements Outcome {
      public Done {
        Objects.requireNonNull(pocket, "pocket");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not change this of a pocket. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no pocket of this id. */
    record NoSuchPocket() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchPocket(this);
      }
    }

    /** A closed pocket stays as it is. */
    record Closed() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.closed(this);
      }
    }

    /** The pocket is at another version. */
    record VersionMismatch() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.versionMismatch(this);
      }
    }

    /** A pocket to be closed holds something. */
    record NotEmpty() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.notEmpty(this);
      }
    }

    /** The available amount lies below the new floor. */
    record BelowFloor() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.belowFloor(this);
      }
    }

    /** Other changes were first, each time. */
    record Overtaken() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.overtaken(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R noSuchPocket(NoSuchPocket noSuchPocket);

      R closed(Closed closed);

      R versionMismatch(VersionMismatch versionMismatch);

      R notEmpty(NotEmpty notEmpty);

      R belowFloor(BelowFloor belowFloor);

      R overtaken(Overtaken overtaken);
    }
  }
}
