package io.clientele.domain.views;

import io.clientele.domain.views.staging.ViewStaging;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the ledger has each writer of one shard; a writer without a mark has no row there. Those
 * who go through a {@link ViewStaging} and those who go straight are told in vectors of their own.
 */
public record AppliedOffsets(Map<WriterId, Offset> marks) {
  /** A ledger that knows no writer. */
  public static final AppliedOffsets NONE = new AppliedOffsets(Map.of());

  public AppliedOffsets {
    marks = Map.copyOf(marks);
  }

  /** Null for a writer without a row. */
  public @Nullable Offset of(WriterId writer) {
    return marks.get(writer);
  }
}
