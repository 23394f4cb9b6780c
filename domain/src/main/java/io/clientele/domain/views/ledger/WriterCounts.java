package io.clientele.domain.views.ledger;

import io.clientele.domain.views.Shard;
import io.clientele.domain.views.WriterId;
import java.util.Objects;

/**
 * The counts that one writer reports for one shard.
 *
 * @param accepted all views since its start that were not lost, sent or not
 * @param lost views that were discarded above a bound
 */
public record WriterCounts(Shard shard, WriterId writer, long accepted, long lost) {
  public WriterCounts {
    Objects.requireNonNull(shard, "shard");
    Objects.requireNonNull(writer, "writer");
  }
}
