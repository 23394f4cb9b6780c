package io.clientele.domain.views.staging;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.ApplyVerdict;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
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
import java.util.Map.Entry;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One shard of the fast side, and the rule of every step on it. Immutable: a step gives the next
 * state. A {@link ViewStaging} runs each step atomically; this is what it has to do, and what an
 * exhaustive search of interleavings checks.
 *
 * @param open what is added and not sealed
 * @param seen every writer's mark of the last ADD
 * @param start every writer's mark at the last seal
 * @param sealed batches to be applied, oldest first
 * @param kept the last batches that were dropped, for a ledger that loses them
 * @param dropped every writer's highest mark among dropped batches
 */
public record StagingState(
    ViewCounts open,
    Map<WriterId, Offset> seen,
    Map<WriterId, Offset> start,
    List<SealedBatch> sealed,
    List<SealedBatch> kept,
    Map<WriterId, Offset> dropped) {
  /** Nothing was ever added. */
  public static final StagingState EMPTY =
      new StagingState(ViewCounts.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of());

  /** As many batches are kept, for a while longer than a replica of the ledger lags. */
  public static final int KEPT_MAX = 3;

  public StagingState {
    seen = Map.copyOf(seen);
    start = Map.copyOf(start);
    sealed = List.copyOf(sealed);
    kept = List.copyOf(kept);
    dropped = Map.copyOf(dropped);
  }

  /** A state, and the answer of the step that led to it. */
  public record Step<T>(StagingState next, T answer) {}

  /** ADD: each batch of a writer once, and none before those ahead of it. */
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

  /** SEAL: what is open becomes a batch of its own. */
  public StagingState seal(Instant at) {
    if (open.isEmpty()) {
      return this;
    }
    var batches = new ArrayList<>(sealed);
    batches.add(new SealedBatch(openSpans(), open, at));
    return new StagingState(ViewCounts.NONE, seen, seen, batches, kept, dropped);
  }

  /** READ: drops what the ledger has, and finds what it needs next. */
  public Step<NextBatch> read(AppliedOffsets applied) {
    var next = drop(applied);
    return new Step<>(next, next.head(applied));
  }

  /**
   * RESET: drops what the ledger has, then throws away what is staged, but only if it stands beside
   * the ledger. Without that guard a healthy shard could be thrown away: being behind is no reason,
   * for a writer that was forgotten since the vector was read looks the same. Nothing of such a
   * writer is staged, and it goes on where the ledger stands.
   */
  public Step<ResetResult> reset(AppliedOffsets applied) {
    var next = drop(applied);
    return next.isBeside(applied)
        ? new Step<>(next.discard(applied), ResetResult.DISCARDED)
        : new Step<>(next.caughtUp(applied), ResetResult.CLEAN);
  }

  /** RESET!: throws away what is staged while the ledger still refuses the same head. */
  public Step<ResetResult> resetNow(AppliedOffsets applied, NextBatch refused) {
    var next = drop(applied);
    var isRefused = next.head(applied).equals(refused) && next.cannotGoOn(applied, refused);
    return isRefused
        ? new Step<>(next.discard(applied), ResetResult.DISCARDED)
        : new Step<>(next, ResetResult.CLEAN);
  }

  /**
   * Forgets a writer, but only while nothing of it is open, for its content would lose its name,
   * and while it was not seen past this mark: then the ledger may have its row again.
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

  /** How what is staged stands to the vector. */
  public Standing standing(AppliedOffsets applied) {
    if (applied.marks().entrySet().stream()
        .anyMatch(entry -> entry.getValue().isBefore(WriterOffsets.of(dropped, entry.getKey())))) {
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

  /** What is staged, for the books. */
  public StagingSnapshot sums(AppliedOffsets applied) {
    var named =
        sealed.stream()
            .flatMap(batch -> batch.spans().keySet().stream())
            .collect(Collectors.toSet());
    var sealedViews =
        sealed.stream()
            .filter(batch -> !batch.isCoveredBy(applied))
            .mapToLong(batch -> batch.counts().total())
            .sum();
    var isLate = standing(applied) == Standing.LATE;
    return new StagingSnapshot(seen, start, named, open.total(), sealedViews, isLate);
  }

  /** Every batch that is staged, what is open as the last of them. */
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
      batch
          .spans()
          .forEach((writer, span) -> highest.merge(writer, span.to(), WriterOffsets::later));
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
    return isAhead(applied) ? new NextBatch.Ahead(start) : new NextBatch.Nothing();
  }

  private boolean cannotGoOn(AppliedOffsets applied, NextBatch refused) {
    return refused instanceof NextBatch.Batch head
        ? !head.batch().joins(applied)
        : refused instanceof NextBatch.Ahead;
  }

  private boolean isAhead(AppliedOffsets applied) {
    return applied.marks().entrySet().stream()
        .anyMatch(entry -> entry.getValue().isBefore(WriterOffsets.of(start, entry.getKey())));
  }

  private boolean isBeside(AppliedOffsets applied) {
    return segments(Instant.EPOCH).stream().anyMatch(segment -> segment.anyStartsBefore(applied));
  }

  private StagingState caughtUp(AppliedOffsets applied) {
    var behind = new HashMap<>(applied.open().marks());
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
    // A ledger that goes back may have a name again that had ended.
    var marks = applied.open().marks();
    return new StagingState(ViewCounts.NONE, marks, marks, List.of(), kept, marks);
  }

  private Stream<SealedBatch> uncovered(AppliedOffsets applied) {
    return segments(Instant.EPOCH).stream().filter(batch -> !batch.isCoveredBy(applied));
  }

  private Map<WriterId, OffsetRange> openSpans() {
    return seen.entrySet().stream()
        .filter(entry -> WriterOffsets.of(start, entry.getKey()).isBefore(entry.getValue()))
        .collect(
            Collectors.toMap(
                Entry::getKey,
                entry ->
                    new OffsetRange(WriterOffsets.of(start, entry.getKey()), entry.getValue())));
  }
}
