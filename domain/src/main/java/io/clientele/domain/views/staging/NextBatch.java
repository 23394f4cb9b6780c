package io.clientele.domain.views.staging;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.WriterId;
import java.util.Map;

/** What a READ finds to be applied next. */
public sealed interface NextBatch {
  /** This batch is next. */
  record Batch(SealedBatch batch) implements NextBatch {}

  /**
   * Nothing is sealed, yet the fast side says that it sealed more of a writer than the ledger has:
   * the ledger lost it.
   *
   * @param start of every writer, at the last seal
   */
  record Ahead(Map<WriterId, Offset> start) implements NextBatch {
    public Ahead {
      start = Map.copyOf(start);
    }
  }

  /** All that was sealed is applied. */
  record Nothing() implements NextBatch {}
}
