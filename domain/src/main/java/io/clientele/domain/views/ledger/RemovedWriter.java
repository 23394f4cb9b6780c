package io.clientele.domain.views.ledger;

import java.util.Objects;

/**
 * A writer whose row was removed. A store keeps it for at least 90 days.
 *
 * @param row the row at its removal
 * @param isRetired whether the writer continues under another name
 */
public record RemovedWriter(StoredWriter row, boolean isRetired) {
  public RemovedWriter {
    Objects.requireNonNull(row, "row");
  }

  /** The offset by which no batch of the writer is added twice. */
  public WriterTombstone tombstone() {
    return new WriterTombstone(row.applied(), isRetired);
  }

  /** Whether batches on this path are compared with the tombstone. */
  boolean isOn(DeliveryPath via) {
    return isRetired ? via == DeliveryPath.STAGING : row.via() == via;
  }
}
