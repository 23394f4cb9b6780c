package io.clientele.domain.views.ledger;

import io.clientele.domain.views.Offset;

/**
 * What stays of a writer whose row is gone, so that none of its batches is added twice.
 *
 * @param applied where the row stood
 * @param isRetired whether the writer goes on under another name and takes its kept batches along;
 *     otherwise it was silent, and comes back to a row that stands here
 */
public record WriterMark(Offset applied, boolean isRetired) {
  /** The offset that a batch of this writer is held against. */
  public Offset asRead() {
    return isRetired ? applied.closed() : applied;
  }
}
