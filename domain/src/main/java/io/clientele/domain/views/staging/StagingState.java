package io.clientele.domain.views.staging;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SaturatingSum;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.staging.PendingViews.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The state of one shard of staging, and the rule of every step. Immutable: a step returns the next
 * state. A {@link ViewStaging} runs each step atomically. An exhaustive search of interleavings
 * checks this class.
 *
 * @param open views that are added and not sealed
 * @param seen every writer's offset of the last ADD
 * @param start every writer's offset at the last seal
 * @param sealed batches to apply, oldest first
 * @param kept the latest dropped batches, for a ledger that loses them
 * @param dropped every writer's highest offset among dropped batches
 */
public record StagingState(
    ViewCounts open,
    Map<WriterId, Offset> seen,
    Map<WriterId, Offset> start,
    List<SealedBatch> sealed,
    List<SealedBatch> kept,
    Map<WriterId, Offset> dropped) {
  /** The state to which nothing was ever added. */
  public static final StagingState EMPTY =
      new StagingState(ViewCounts.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of());

  /** The kept batches, which cover more time than a replica of the ledger lags. */
  public static final int KEPT_MAX = 3;

  public StagingState {
    Objects.requireNonNull(open, "open");
    seen = Map.copyOf(Objects.requireNonNull(seen, "seen"));
    start = Map.copyOf(Objects.requireNonNull(start, "start"));
    sealed = List.copyOf(Objects.requireNonNull(sealed, "sealed"));
    kept = List.copyOf(Objects.requireNonNull(kept, "kept"));
    dropped = Map.copyOf(Objects.requireNonNull(dropped, "dropped"));
  }

  /** The state after a step, and the step's result. */
  public record Step<T>(StagingState next, T answer) {
    public Step {
      Objects.requireNonNull(next, "next");
      Objects.requireNonNull(answer, "answer");
    }
  }

  /** ADD: adds each batch of a writer once, in order. */
  public Step<AddResult> add(ViewBatch batch) {
    var mark = seen.getOrDefault(batch.writer(), Offset.START);
    if (batch.to().seq() <= mark.seq()) {
      return new Step<>(this, new AddResult(AddResult.Kind.DUPLICATE, mark));
    }
    if (batch.from() != mark.seq() + 1) {
      return new Step<>(this, new AddResult(AddResult.Kind.GAP, mark));
    }
    var nowSeen = new HashMap<>(seen);
    nowSeen.put(batch.writer(), batch.to());
    var next = new StagingState(open.plus(batch.counts()), nowSeen, start, sealed, kept, dropped);
    return new Step<>(next, new AddResult(AddResult.Kind.OK, batch.to()));
  }

  /** SEAL: turns the open views into a batch. */
  public StagingState seal(Instant at) {
    if (open.isEmpty()) {
      return this;
    }
    var batches = new ArrayList<>(sealed);
    batches.add(new SealedBatch(WriterOffsets.ranges(start, seen), open, at));
    return new StagingState(ViewCounts.NONE, seen, seen, batches, kept, dropped);
  }

  /** READ: drops what the ledger has, and returns what it needs next. */
  public Step<NextBatch> read(AppliedOffsets applied) {
    var next = drop(applied);
    return new Step<>(next, next.head(applied));
  }

  /**
   * RESET: drops what the ledger has, then discards all staged batches, but only if they do not
   * join the ledger. Without that guard a healthy shard could be discarded. Being behind the ledger
   * is no reason, because a writer that was forgotten after the vector was read looks alike;
   * nothing of such a writer is staged, and it continues at the ledger's offset.
   */
  public Step<ResetResult> reset(AppliedOffsets applied) {
    var next = drop(applied);
    return next.isBeside(applied)
        ? new Step<>(next.discard(applied), ResetResult.DISCARDED)
        : new Step<>(next.caughtUp(applied), ResetResult.CLEAN);
  }

  /** RESET!: discards all staged batches while the ledger still refuses the same head. */
  public Step<ResetResult> resetNow(AppliedOffsets applied, NextBatch refused) {
    var next = drop(applied);
    var isRefused = next.head(applied).equals(refused) && next.cannotGoOn(applied, refused);
    return isRefused
        ? new Step<>(next.discard(applied), ResetResult.DISCARDED)
        : new Step<>(next, ResetResult.CLEAN);
  }

  /**
   * Forgets a writer, but only while it has no open views, which would lose their writer, and while
   * it was not seen past this offset, because the ledger may then have its row again.
   */
  public StagingState forget(WriterId writer, Offset upTo) {
    var last = WriterOffsets.of(seen, writer);
    if (!last.equals(WriterOffsets.of(start, writer)) || upTo.isBefore(last)) {
      return this;
    }
    return new StagingState(
        open,
        WriterOffsets.without(seen, writer),
        WriterOffsets.without(start, writer),
        sealed,
        kept,
        WriterOffsets.without(dropped, writer));
  }

  /**
   * Records that the ledger removed the row of a writer at this offset. A batch that was dropped
   * past it brought the row back, and stays recorded.
   */
  public StagingState removed(WriterId writer, Offset at) {
    return at.isBefore(WriterOffsets.of(dropped, writer))
        ? this
        : new StagingState(open, seen, start, sealed, kept, WriterOffsets.without(dropped, writer));
  }

  /**
   * The relation of staged batches to the vector. A dropped batch of a writer that the vector lacks
   * makes it late: the row was added, or came back, after the vector was read.
   */
  public Standing standing(AppliedOffsets applied) {
    if (applied.isBehind(dropped) || !applied.byWriter().keySet().containsAll(dropped.keySet())) {
      return Standing.LATE;
    }
    var isBeside =
        uncovered(applied)
            .anyMatch(
                segment ->
                    segment.anyStartsBefore(applied)
                        || segment.against(applied) == ApplyVerdict.UNKNOWN);
    return isBeside ? Standing.BESIDE : Standing.JOINED;
  }

  /** The views of an account that are staged and not covered by the vector. */
  public long pending(AppliedOffsets applied, UUID id) {
    return uncovered(applied)
        .mapToLong(segment -> segment.counts().of(id))
        .reduce(0, SaturatingSum::of);
  }

  /** The state for reconciliation. */
  public StagingSnapshot snapshot(AppliedOffsets applied) {
    var named =
        sealed.stream()
            .flatMap(batch -> batch.ranges().keySet().stream())
            .collect(Collectors.toSet());
    var sealedViews =
        sealed.stream()
            .filter(batch -> !batch.isCoveredBy(applied))
            .mapToLong(batch -> batch.counts().total())
            .sum();
    var isLate = applied.isBehind(dropped);
    return new StagingSnapshot(seen, start, dropped, named, open.total(), sealedViews, isLate);
  }

  /** All staged batches, with the open views as the last of them. */
  public List<SealedBatch> segments(Instant now) {
    return seal(now).sealed();
  }

  private StagingState drop(AppliedOffsets applied) {
    var rest = new ArrayList<>(sealed);
    var past = new ArrayList<>(kept);
    var highest = new HashMap<>(dropped);
    while (!rest.isEmpty() && rest.get(0).isCoveredBy(applied)) {
      var batch = rest.remove(0);
      past.add(batch);
      batch.ranges().forEach((id, span) -> highest.merge(id, span.to(), WriterOffsets::later));
    }
    var from = Math.max(0, past.size() - KEPT_MAX);
    return new StagingState(open, seen, start, rest, past.subList(from, past.size()), highest);
  }

  private NextBatch head(AppliedOffsets applied) {
    if (!sealed.isEmpty() && sealed.get(0).joins(applied)) {
      return new NextBatch.Batch(sealed.get(0));
    }
    var again = kept.stream().filter(batch -> batch.continues(applied)).findFirst();
    if (again.isPresent()) {
      return new NextBatch.Batch(again.get());
    }
    if (!sealed.isEmpty()) {
      return new NextBatch.Batch(sealed.get(0));
    }
    return applied.isBehind(start) ? new NextBatch.Ahead(start) : new NextBatch.Nothing();
  }

  private boolean cannotGoOn(AppliedOffsets applied, NextBatch refused) {
    return refused instanceof NextBatch.Batch head
        ? !head.batch().joins(applied)
        : refused instanceof NextBatch.Ahead;
  }

  private boolean isBeside(AppliedOffsets applied) {
    return segments(Instant.EPOCH).stream().anyMatch(segment -> segment.anyStartsBefore(applied));
  }

  private StagingState caughtUp(AppliedOffsets applied) {
    var behind = new HashMap<>(applied.open().byWriter());
    behind
        .entrySet()
        .removeIf(entry -> !WriterOffsets.of(seen, entry.getKey()).isBefore(entry.getValue()));
    return new StagingState(
        open,
        WriterOffsets.with(seen, behind),
        WriterOffsets.with(start, behind),
        sealed,
        kept,
        WriterOffsets.with(dropped, behind));
  }

  private StagingState discard(AppliedOffsets applied) {
    // A ledger that goes back may contain a retired name again.
    var marks = applied.open().byWriter();
    return new StagingState(ViewCounts.NONE, marks, marks, List.of(), kept, marks);
  }

  private Stream<SealedBatch> uncovered(AppliedOffsets applied) {
    return segments(Instant.EPOCH).stream().filter(batch -> !batch.isCoveredBy(applied));
  }
}
