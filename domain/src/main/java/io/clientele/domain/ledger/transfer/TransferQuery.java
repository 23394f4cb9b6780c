package io.clientele.domain.ledger.transfer;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.ledger.PocketId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Selects transfers for a list, the newest first.
 *
 * @param reason null for any
 * @param after the last transfer of the page before; null for the first page
 */
public record TransferQuery(
    Selection selection, @Nullable String reason, @Nullable Position after, int limit) {
  public TransferQuery {
    Objects.requireNonNull(selection, "selection");
  }

  /** Which transfers a list shows. */
  public sealed interface Selection {
    /** Those with an entry in this pocket. */
    record OfPocket(PocketId pocket) implements Selection {
      public OfPocket {
        Objects.requireNonNull(pocket, "pocket");
      }
    }

    /** Those with an entry in a pocket of this account. */
    record OfAccount(AccountId account) implements Selection {
      public OfAccount {
        Objects.requireNonNull(account, "account");
      }
    }

    /** Those that settle this transfer. */
    record OfParent(TransferId parent) implements Selection {
      public OfParent {
        Objects.requireNonNull(parent, "parent");
      }
    }

    /** All that were decided in a time range, including refused ones. */
    record Within(Instant from, Instant to) implements Selection {
      public Within {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
      }
    }
  }

  /** The position of a transfer in a list. */
  public record Position(Instant bookedAt, TransferId id) {
    public Position {
      Objects.requireNonNull(bookedAt, "bookedAt");
      Objects.requireNonNull(id, "id");
    }
  }
}
