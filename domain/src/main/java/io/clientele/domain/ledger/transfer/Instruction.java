package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.ledger.Amount;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a transfer does. */
public sealed interface Instruction {
  /** The largest number of legs of a transfer. */
  int LEGS_MAX = 64;

  /** The longest time that a hold may last. */
  Duration HOLD_MAX = Duration.ofDays(90);

  /** The name of the kind, as clients write it. */
  String kind();

  /** Moves amounts at once. */
  record Post(List<Leg> legs) implements Instruction {
    /** Throws {@link InvalidValue} unless there are 1 to 64 legs. */
    public Post {
      Objects.requireNonNull(legs, "legs");
      legs = required(legs);
    }

    @Override
    public String kind() {
      return "posted";
    }
  }

  /**
   * Reserves amounts of the payers until they are captured or released.
   *
   * @param expiresIn 1 second to 90 days, in whole seconds
   * @param owner of the hold, such as an order, which ends it; null if the ledger lets it expire
   */
  record Hold(List<Leg> legs, Duration expiresIn, @Nullable String owner) implements Instruction {
    /** Throws {@link InvalidValue}. */
    public Hold {
      Objects.requireNonNull(legs, "legs");
      Objects.requireNonNull(expiresIn, "expiresIn");
      legs = required(legs);
      if (expiresIn.toSeconds() < 1 || expiresIn.compareTo(HOLD_MAX) > 0) {
        throw new InvalidValue("expiresIn", "must be a whole number from 1 to 7776000");
      }
    }

    @Override
    public String kind() {
      return "held";
    }
  }

  /**
   * Ends a hold, or a part of it, or returns what an earlier transfer moved.
   *
   * @param parts of the parent; empty for the whole rest of all legs
   * @param isFinal whether a capture releases what then remains
   */
  record Settle(Settlement settlement, TransferId parent, List<Part> parts, boolean isFinal)
      implements Instruction {
    /** Throws {@link InvalidValue}. */
    public Settle {
      Objects.requireNonNull(settlement, "settlement");
      Objects.requireNonNull(parent, "parent");
      parts = List.copyOf(Objects.requireNonNull(parts, "parts"));
      if (parts.size() > LEGS_MAX) {
        throw new InvalidValue("legs", "must be at most " + LEGS_MAX);
      }
      var numbers = new HashSet<Integer>();
      if (!parts.stream().allMatch(part -> numbers.add(part.leg()))) {
        throw new InvalidValue("legs", "must name each leg once");
      }
      if (isFinal && settlement != Settlement.CAPTURE) {
        throw new InvalidValue("final", "must be absent unless the kind is capture");
      }
    }

    @Override
    public String kind() {
      return settlement.kind();
    }
  }

  /**
   * A part of the parent.
   *
   * @param leg number of the parent's leg, from 1
   */
  record Part(int leg, Amount amount) {
    public Part {
      Objects.requireNonNull(amount, "amount");
    }
  }

  /** How a parent is settled. */
  enum Settlement {
    /** Moves what was held. */
    CAPTURE("capture"),
    /** Gives up what was held. */
    RELEASE("release"),
    /** Moves back what a transfer or a capture moved. */
    REVERSAL("reversal");

    private final String kind;

    Settlement(String kind) {
      this.kind = kind;
    }

    /** The name, as clients write it. */
    public String kind() {
      return kind;
    }
  }

  private static List<Leg> required(List<Leg> legs) {
    if (legs.isEmpty() || legs.size() > LEGS_MAX) {
      throw new InvalidValue("legs", "must be 1 to " + LEGS_MAX);
    }
    return List.copyOf(legs);
  }
}
