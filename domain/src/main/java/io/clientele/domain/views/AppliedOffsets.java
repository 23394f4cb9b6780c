package io.clientele.domain.views;

import io.clientele.domain.views.staging.ViewStaging;
import java.util.Collection;
import java.util.HashMap;
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

  /** These marks and the others; where both have a writer, that of the others. */
  public AppliedOffsets with(Map<WriterId, Offset> others) {
    var all = new HashMap<>(marks);
    all.putAll(others);
    return new AppliedOffsets(all);
  }

  /** The marks of these writers alone. */
  public AppliedOffsets only(Collection<WriterId> writers) {
    var some = new HashMap<>(marks);
    some.keySet().retainAll(writers);
    return new AppliedOffsets(some);
  }

  /** The marks of writers that have not gone on under another name. */
  public AppliedOffsets open() {
    return marks.values().stream().noneMatch(Offset::isClosed) ? this : withoutClosed();
  }

  private AppliedOffsets withoutClosed() {
    var open = new HashMap<>(marks);
    open.values().removeIf(Offset::isClosed);
    return new AppliedOffsets(open);
  }

  /** Null for a writer without a row. */
  public @Nullable Offset of(WriterId writer) {
    return marks.get(writer);
  }
}
