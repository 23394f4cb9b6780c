package io.clientele.application.ledger.posting;

import io.clientele.domain.ledger.AssetCode;
import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.transfer.Instruction.Settlement;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferNote;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A transfer as a client writes it: its amounts wait for the scales of their assets. */
public record TransferRequest(TransferId id, Content content, TransferNote note) {
  public TransferRequest {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(note, "note");
  }

  /** The instruction of the transfer. */
  public sealed interface Content {
    /**
     * Moves amounts, or holds them.
     *
     * @param expiresIn time of the hold; null to move at once
     */
    record Move(List<LegRequest> legs, @Nullable Duration expiresIn) implements Content {
      public Move {
        Objects.requireNonNull(legs, "legs");
      }
    }

    /**
     * Settles a parent.
     *
     * @param parts empty for the whole rest of all legs
     */
    record Settle(
        Settlement settlement, TransferId parent, List<PartRequest> parts, boolean isFinal)
        implements Content {
      public Settle {
        Objects.requireNonNull(settlement, "settlement");
        Objects.requireNonNull(parent, "parent");
        Objects.requireNonNull(parts, "parts");
      }
    }
  }

  /**
   * One leg.
   *
   * @param amount such as {@code 12.50}
   */
  public record LegRequest(PocketId from, PocketId to, AssetCode asset, String amount) {
    public LegRequest {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(asset, "asset");
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * A part of the parent.
   *
   * @param leg number of the parent's leg, from 1
   * @param amount such as {@code 12.50}
   */
  public record PartRequest(int leg, String amount) {
    public PartRequest {
      Objects.requireNonNull(amount, "amount");
    }
  }
}
