package io.clientele.domain.views.ledger;

import io.clientele.domain.views.Offset;
import java.time.Instant;
import java.util.Objects;

/**
 * The row of one writer in one shard.
 *
 * @param accepted views that the writer reported as accepted
 * @param lost views that the writer reported as lost
 * @param heartbeat when the writer last reported, by the ledger's clock
 */
public record StoredWriter(
    DeliveryPath via, Offset applied, long accepted, long lost, Instant heartbeat) {
  public StoredWriter {
    Objects.requireNonNull(via, "via");
    Objects.requireNonNull(applied, "applied");
    Objects.requireNonNull(heartbeat, "heartbeat");
  }

  /** Returns the row of a new writer. */
  public static StoredWriter of(DeliveryPath via, Instant now) {
    return new StoredWriter(via, Offset.START, 0, 0, now);
  }

  StoredWriter at(Offset to) {
    return new StoredWriter(via, to, accepted, lost, heartbeat);
  }

  StoredWriter accepting(long views) {
    return new StoredWriter(via, applied, Math.max(accepted, views), lost, heartbeat);
  }

  StoredWriter heardAt(Instant now) {
    return new StoredWriter(via, applied, accepted, lost, now);
  }

  StoredWriter counting(WriterCounts counted, Instant now) {
    return new StoredWriter(via, applied, counted.accepted(), counted.lost(), now);
  }

  /** Views that are lost if the row is removed, including accepted views that never arrived. */
  long lostWithoutIt() {
    return lost + Math.max(0, accepted - applied.views());
  }
}
