package io.clientele.testkit.views.ledger;

import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The copy of a batch in quarantine, from which an operator restores its views.
 *
 * @param why the verdict with which the batch was put into quarantine
 * @param ends the offset at which the batch ends, for each of its writers
 */
public record QuarantinedBatch(
    Shard shard, ApplyVerdict why, ViewCounts counts, Map<WriterId, Offset> ends) {
  public QuarantinedBatch {
    Objects.requireNonNull(shard, "shard");
    Objects.requireNonNull(why, "why");
    Objects.requireNonNull(counts, "counts");
    ends = Map.copyOf(Objects.requireNonNull(ends, "ends"));
  }

  /** Returns the expected copy of a batch. */
  public static QuarantinedBatch of(Shard shard, ApplyVerdict why, SealedBatch batch) {
    var ends =
        batch.ranges().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> end(entry.getValue())));
    return new QuarantinedBatch(shard, why, batch.counts(), ends);
  }

  private static Offset end(OffsetRange range) {
    return range.to();
  }
}
