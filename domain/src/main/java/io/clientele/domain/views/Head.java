package io.clientele.domain.views;

import java.util.Map;

/** What a READ finds to be applied next. */
public sealed interface Head {
  /** This batch is next. */
  record Batch(SealedBatch batch) implements Head {}

  /**
   * Nothing is sealed, yet the fast side says that it sealed more of a writer than the ledger has:
   * the ledger lost it.
   *
   * @param start of every writer, at the last seal
   */
  record Ahead(Map<WriterId, Mark> start) implements Head {
    public Ahead {
      start = Map.copyOf(start);
    }
  }

  /** All that was sealed is applied. */
  record Nothing() implements Head {}
}
