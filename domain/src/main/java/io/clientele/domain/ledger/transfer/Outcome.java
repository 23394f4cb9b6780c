package io.clientele.domain.ledger.transfer;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of posting one transfer. */
public sealed interface Outcome {
  /** The transfer is booked now. */
  record Booked(BookedTransfer transfer) implements Outcome {
    public Booked {
      Objects.requireNonNull(transfer, "transfer");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.booked(this);
    }
  }

  /** The same transfer was decided before, and was booked or refused then. */
  record Replayed(BookedTransfer first) implements Outcome {
    public Replayed {
      Objects.requireNonNull(first, "first");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.replayed(this);
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
      fields = List.copyOf(Objects.requireNonNull(fields, "fields"));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.differs(this);
    }
  }

  /** A transfer of this id belonged to an account that is erased since. */
  record Erased() implements Outcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.erased(this);
    }
  }

  /** The transfer is refused now; nothing of it is booked. */
  record Refused(Refusal refusal) implements Outcome {
    public Refused {
      Objects.requireNonNull(refusal, "refusal");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** No decision was made in time. The transfer may be booked later; repeat the request to know. */
  record Overloaded() implements Outcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overloaded(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R booked(Booked booked);

    R replayed(Replayed replayed);

    R differs(Differs differs);

    R erased(Erased erased);

    R refused(Refused refused);

    R overloaded(Overloaded overloaded);
  }
}
