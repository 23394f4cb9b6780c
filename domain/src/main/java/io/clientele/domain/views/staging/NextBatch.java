package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.WriterId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The result of a READ: the batch to apply next. */
public sealed interface NextBatch {
  /** This batch is next. */
  record Batch(SealedBatch batch) implements NextBatch {
    public Batch {
      Objects.requireNonNull(batch, "batch");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.batch(this);
    }
  }

  /**
   * No batch is sealed, but staging has sealed more of a writer than the ledger has: the ledger
   * lost it.
   *
   * @param start the offset of every writer at the last seal
   */
  record Ahead(Map<WriterId, Offset> start) implements NextBatch {
    public Ahead {
      start = Map.copyOf(Objects.requireNonNull(start, "start"));
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.ahead(this);
    }
  }

  /** All sealed batches are applied. */
  record Nothing() implements NextBatch {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.nothing(this);
    }
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R batch(Batch batch);

    R ahead(Ahead ahead);

    R nothing(Nothing nothing);
  }
}
