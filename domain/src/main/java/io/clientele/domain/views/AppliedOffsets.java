package io.clientele.domain.views;

import io.clientele.domain.views.staging.ViewStaging;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The offsets up to which the ledger has applied the batches of each writer of one shard. A writer
 * without an offset has no row. Writers through a {@link ViewStaging} and direct writers have
 * separate vectors.
 */
public record AppliedOffsets(Map<WriterId, Offset> byWriter) {
  /** The offsets of a ledger without writers. */
  public static final AppliedOffsets NONE = new AppliedOffsets(Map.of());

  public AppliedOffsets {
    byWriter = Map.copyOf(Objects.requireNonNull(byWriter, "byWriter"));
  }

  /** Returns these offsets and the others; the others replace these. */
  public AppliedOffsets with(Map<WriterId, Offset> others) {
    var all = new HashMap<>(byWriter);
    all.putAll(others);
    return new AppliedOffsets(all);
  }

  /** Returns the offsets of these writers alone. */
  public AppliedOffsets only(Collection<WriterId> writers) {
    var some = new HashMap<>(byWriter);
    some.keySet().retainAll(writers);
    return new AppliedOffsets(some);
  }

  /** Returns the offsets without those of retired names. */
  public AppliedOffsets open() {
    return byWriter.values().stream().noneMatch(Offset::isClosed) ? this : withoutClosed();
  }

  private AppliedOffsets withoutClosed() {
    var open = new HashMap<>(byWriter);
    open.values().removeIf(Offset::isClosed);
    return new AppliedOffsets(open);
  }

  /** Whether one of these offsets is past the writer's own; writers without one do not count. */
  public boolean isBehind(Map<WriterId, Offset> offsets) {
    return byWriter.entrySet().stream()
        .anyMatch(
            mark -> mark.getValue().isBefore(offsets.getOrDefault(mark.getKey(), Offset.START)));
  }

  /** The offset of the writer; null for a writer without a row. */
  public @Nullable Offset of(WriterId writer) {
    return byWriter.get(writer);
  }
}
