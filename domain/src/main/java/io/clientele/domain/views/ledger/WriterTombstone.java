package io.clientele.domain.views.ledger;

import io.clientele.domain.views.Offset;
import java.util.Objects;

/**
 * The offset of a writer whose row is removed, so that none of its batches is added twice.
 *
 * @param applied the offset of the removed row
 * @param isRetired whether the writer continues under another name with its kept batches; otherwise
 *     it was silent, and its row is restored when it returns
 */
public record WriterTombstone(Offset applied, boolean isRetired) {
  public WriterTombstone {
    Objects.requireNonNull(applied, "applied");
  }

  /** The offset with which a batch of this writer is compared. */
  public Offset asRead() {
    return isRetired ? applied.closed() : applied;
  }
}
