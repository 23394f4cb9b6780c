package io.clientele.application.ledger.posting;

import io.clientele.domain.ledger.transfer.Refusal;
import io.clientele.domain.ledger.transfer.TransferId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of posting one transfer, as the actor may see it. */
public sealed interface PostingResult {
  /**
   * The transfer is booked, or would be.
   *
   * @param isReplayed whether it was booked by an earlier request
   */
  record Booked(TransferView transfer, boolean isReplayed) implements PostingResult {
    public Booked {
      Objects.requireNonNull(transfer, "transfer");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.booked(this);
    }
  }

  /**
   * The transfer is refused.
   *
   * @param place where in the request the refusal lies
   * @param isReplayed whether an earlier request was refused
   */
  record Refused(Refusal refusal, Place place, boolean isReplayed) implements PostingResult {
    public Refused {
      Objects.requireNonNull(refusal, "refusal");
      Objects.requireNonNull(place, "place");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /**
   * The field and the amount that caused a refusal.
   *
   * @param field path of a field of the transfer; null if no single field is at fault
   * @param amount that is missing or left, as clients write it; null for other refusals
   */
  record Place(@Nullable String field, @Nullable String amount) {}

  /**
   * Another transfer has this id.
   *
   * @param fields that differ; empty if the actor may not know
   */
  record Differs(List<String> fields) implements PostingResult {
    public Differs {
      Objects.requireNonNull(fields, "fields");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.differs(this);
    }
  }

  /** The actor may not post such a transfer. */
  record Denied() implements PostingResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.denied(this);
    }
  }

  /** A transfer of this id belonged to an account that is erased since. */
  record Erased() implements PostingResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.erased(this);
    }
  }

  /** No decision came in time. */
  record Overloaded() implements PostingResult {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.overloaded(this);
    }
  }

  /** A result and the transfer that it belongs to. */
  record OfTransfer(TransferId id, PostingResult result) {
    public OfTransfer {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(result, "result");
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R booked(Booked booked);

    R refused(Refused refused);

    R differs(Differs differs);

    R denied(Denied denied);

    R erased(Erased erased);

    R overloaded(Overloaded overloaded);
  }
}
