package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.WriterId;
import java.util.Map;
import java.util.Objects;

/** The result of a READ: the batch to apply next. */
public sealed interface NextBatch {
  /** This batch is next. */
  record Batch(SealedBatch batch) implements NextBatch {
    public Batch {
      Objects.requireNonNull(batch, "batch");
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
      Objects.requireNonNull(start, "start");
      start = Map.copyOf(start);
    }
  }

  /** All sealed batches are applied. */
  record Nothing() implements NextBatch {}
}
