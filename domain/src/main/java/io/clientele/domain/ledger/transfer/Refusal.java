package io.clientele.domain.ledger.transfer;

import io.clientele.domain.ledger.PocketId;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reason why a transfer is not booked. Amounts are minor units. */
public sealed interface Refusal {
  /** Whether the refusal is stored under the id, so that every repetition has the same outcome. */
  default boolean isRemembered() {
    return true;
  }

  /**
   * The available amount of a pocket would fall below its floor.
   *
   * @param missing the missing amount, more than 0
   */
  record Insufficient(PocketId pocket, BigInteger missing) implements Refusal {
    public Insufficient {
      Objects.requireNonNull(pocket, "pocket");
      Objects.requireNonNull(missing, "missing");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.insufficient(this);
    }
  }

  /** The balance of a pocket would have more than 38 digits. */
  record Overflow(PocketId pocket) implements Refusal {
    public Overflow {
      Objects.requireNonNull(pocket, "pocket");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overflow(this);
    }
  }

  /**
   * More is settled than the rest of a leg.
   *
   * @param leg number of the parent's leg, from 1
   */
  record AboveRest(int leg, BigInteger rest) implements Refusal {
    public AboveRest {
      Objects.requireNonNull(rest, "rest");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.aboveRest(this);
    }
  }

  /** A pocket is frozen. */
  record Frozen(PocketId pocket) implements Refusal {
    public Frozen {
      Objects.requireNonNull(pocket, "pocket");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.frozen(this);
    }
  }

  /** A pocket is closed. */
  record Closed(PocketId pocket) implements Refusal {
    public Closed {
      Objects.requireNonNull(pocket, "pocket");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.closed(this);
    }
  }

  /** Nothing of the hold is left. */
  record HoldOver(HoldEnd state) implements Refusal {
    public HoldOver {
      Objects.requireNonNull(state, "state");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.holdOver(this);
    }
  }

  /** The parent is neither a posted transfer nor a capture. */
  record NotReversible() implements Refusal {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.notReversible(this);
    }
  }

  /** A pocket does not exist. */
  record NoSuchPocket(PocketId pocket) implements Refusal {
    public NoSuchPocket {
      Objects.requireNonNull(pocket, "pocket");
    }

    @Override
    public boolean isRemembered() {
      return false;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchPocket(this);
    }
  }

  /** The parent does not exist, was refused, or is no hold where one is needed. */
  record NoSuchParent() implements Refusal {
    @Override
    public boolean isRemembered() {
      return false;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchParent(this);
    }
  }

  /**
   * The parent has no such leg.
   *
   * @param leg number of the parent's leg, from 1
   */
  record NoSuchLeg(int leg) implements Refusal {
    @Override
    public boolean isRemembered() {
      return false;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.noSuchLeg(this);
    }
  }

  /**
   * A pocket of a leg holds another asset than the leg names.
   *
   * @param leg number of the leg, from 1
   */
  record AssetMismatch(int leg) implements Refusal {
    @Override
    public boolean isRemembered() {
      return false;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.assetMismatch(this);
    }
  }

  /**
   * A hold would reserve an amount of a house pocket without a floor.
   *
   * @param leg number of the leg, from 1
   */
  record HouseHold(int leg) implements Refusal {
    @Override
    public boolean isRemembered() {
      return false;
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.houseHold(this);
    }
  }

  /** How a hold ended. */
  enum HoldEnd {
    CAPTURED,
    RELEASED,
    EXPIRED
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R insufficient(Insufficient insufficient);

    R overflow(Overflow overflow);

    R aboveRest(AboveRest aboveRest);

    R frozen(Frozen frozen);

    R closed(Closed closed);

    R holdOver(HoldOver holdOver);

    R notReversible(NotReversible notReversible);

    R noSuchPocket(NoSuchPocket noSuchPocket);

    R noSuchParent(NoSuchParent noSuchParent);

    R noSuchLeg(NoSuchLeg noSuchLeg);

    R assetMismatch(AssetMismatch assetMismatch);

    R houseHold(HouseHold houseHold);
  }
}
