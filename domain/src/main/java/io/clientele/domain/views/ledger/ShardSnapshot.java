package io.clientele.domain.views.ledger;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The rows of one shard, of one instant.
 *
 * @param views all views ever added to totals
 * @param rejected all views beyond the greatest total
 * @param goneViews applied views of writers whose rows were removed
 * @param goneLost lost views of writers whose rows were removed
 */
public record ShardSnapshot(
    Shard shard,
    long views,
    long rejected,
    long goneViews,
    long goneLost,
    List<WriterRow> writers) {
  public ShardSnapshot {
    Objects.requireNonNull(shard, "shard");
    writers = List.copyOf(Objects.requireNonNull(writers, "writers"));
  }

  /**
   * The row of one writer.
   *
   * @param silence since its last heartbeat, by the ledger's clock
   */
  public record WriterRow(
      WriterId writer,
      DeliveryPath via,
      Offset applied,
      long accepted,
      long lost,
      Duration silence) {
    public WriterRow {
      Objects.requireNonNull(writer, "writer");
      Objects.requireNonNull(via, "via");
      Objects.requireNonNull(applied, "applied");
      Objects.requireNonNull(silence, "silence");
    }
  }

  /** Whether the writer has a row. */
  public boolean hasRow(WriterId writer) {
    return writers.stream().anyMatch(row -> row.writer().equals(writer));
  }

  /** Returns the offsets of the writers on this path. */
  public AppliedOffsets applied(DeliveryPath via) {
    return new AppliedOffsets(
        writers.stream()
            .filter(row -> row.via() == via)
            .collect(Collectors.toMap(WriterRow::writer, WriterRow::applied)));
  }
}
