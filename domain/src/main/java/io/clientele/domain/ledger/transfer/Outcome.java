package io.clientele.domain.ledger.transfer;

import java.util.List;
import java.util.Objects;

/** The result of posting one transfer. */
public sealed interface Outcome {
  /** The transfer is booked now. */
  record Booked(BookedTransfer transfer) implements Outcome {
    public Booked {
      Objects.requireNonNull(transfer, "transfer");
    }
  }

  /** The same transfer was decided before, and was booked or refused then. */
  record Replayed(BookedTransfer first) implements Outcome {
    public Replayed {
      Objects.requireNonNull(first, "first");
    }
  }

  /**
   * Another transfer has this id.
   *
   * @param fields that differ, by their names in the API
   */
  record Differs(BookedTransfer first, List<String> fields) implements Outcome {
    public Differs {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(fields, "fields");
      fields = List.copyOf(fields);
    }
  }

  /** A transfer of this id belonged to an account that is erased since. */
  record Erased() implements Outcome {}

  /** The transfer is refused now; nothing of it is booked. */
  record Refused(Refusal refusal) implements Outcome {
    public Refused {
      Objects.requireNonNull(refusal, "refusal");
    }
  }

  /** No decision was made in time. The transfer may be booked later; repeat the request to know. */
  record Overloaded() implements Outcome {}
}
