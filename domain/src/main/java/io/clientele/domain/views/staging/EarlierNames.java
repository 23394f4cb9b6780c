package io.clientele.domain.views.staging;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The earlier and current names of a writer's kept batches, each with the numbers of these batches
 * under it. Every name numbers the oldest kept batch first; an earlier name has no number for later
 * batches.
 */
final class EarlierNames {
  private EarlierNames() {}

  /** Returns how many of the oldest kept batches the ledger has, under any of the names. */
  static int covered(Map<WriterId, OffsetRange> names, AppliedOffsets applied) {
    var most = 0L;
    for (var name : names.entrySet()) {
      most = Math.max(most, covered(name.getValue(), applied.of(name.getKey())));
    }
    return (int) most;
  }

  /** Moves every name past the oldest kept batch, and drops names that have none left. */
  static void forgetFirst(Map<WriterId, OffsetRange> names, ViewCounts counts) {
    names.replaceAll((name, kept) -> new OffsetRange(kept.from().next(counts.total()), kept.to()));
    names.values().removeIf(EarlierNames::isEmpty);
  }

  static Map<WriterId, OffsetRange> withBatches(Map<WriterId, OffsetRange> names) {
    var some = new HashMap<>(names);
    some.values().removeIf(EarlierNames::isEmpty);
    return some;
  }

  private static long covered(OffsetRange kept, @Nullable Offset applied) {
    var last = applied == null ? 0 : Math.min(applied.seq(), kept.to().seq());
    return Math.max(0, last - kept.from().seq());
  }

  private static boolean isEmpty(OffsetRange kept) {
    return kept.from().seq() >= kept.to().seq();
  }
}
