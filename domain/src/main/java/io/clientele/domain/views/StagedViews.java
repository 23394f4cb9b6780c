package io.clientele.domain.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Pending.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
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
public record StagedViews(
    ViewCounts open,
    Map<WriterId, Mark> seen,
    Map<WriterId, Mark> start,
    List<SealedBatch> sealed,
    List<SealedBatch> kept,
    Map<WriterId, Mark> dropped) {
  /** Nothing was ever added. */
  public static final StagedViews EMPTY =
      new StagedViews(ViewCounts.NONE, Map.of(), Map.of(), List.of(), List.of(), Map.of());

  /** As many batches are kept, for a while longer than a replica of the ledger lags. */
  public static final int KEPT_MAX = 3;

  public StagedViews {
    seen = Map.copyOf(seen);
    start = Map.copyOf(start);
    sealed = List.copyOf(sealed);
    kept = List.copyOf(kept);
    dropped = Map.copyOf(dropped);
  }

  /** A state, and the answer of the step that led to it. */
  public record Step<T>(StagedViews next, T answer) {}

  /** ADD: each batch of a writer once, and none before those ahead of it. */
  public Step<Added> add(ViewBatch batch) {
    var mark = seen.getOrDefault(batch.writer(), Mark.START);
    if (batch.to().seq() <= mark.seq()) {
      return new Step<>(this, new Added(Added.Kind.DUPLICATE, mark));
    }
    if (batch.from() != mark.seq() + 1) {
      return new Step<>(this, new Added(Added.Kind.GAP, mark));
    }
    var nowSeen = new HashMap<>(seen);
    nowSeen.put(batch.writer(), batch.to());
    var next = new StagedViews(open.plus(batch.counts()), nowSeen, start, sealed, kept, dropped);
    return new Step<>(next, new Added(Added.Kind.OK, batch.to()));
  }

  /** SEAL: what is open becomes a batch of its own. */
  public StagedViews seal(Instant at) {
    if (open.isEmpty()) {
      return this;
    }
    var batches = new ArrayList<>(sealed);
    batches.add(new SealedBatch(openSpans(), open, at));
    return new StagedViews(ViewCounts.NONE, seen, seen, batches, kept, dropped);
  }

  /** READ: drops what the ledger has, and finds what it needs next. */
  public Step<Head> read(Applied applied) {
    var next = drop(applied);
    return new Step<>(next, next.head(applied));
  }

  /**
   * RESET: drops what the ledger has, then throws away what is staged, but only if it stands beside
   * the ledger. Without that guard a healthy shard could be thrown away: being behind is no reason,
   * for a writer that was forgotten since the vector was read looks the same. Nothing of such a
   * writer is staged, and it goes on where the ledger stands.
   */
  public Step<Reset> reset(Applied applied) {
    var next = drop(applied);
    return next.isBeside(applied)
        ? new Step<>(next.discard(applied), Reset.DISCARDED)
        : new Step<>(next.caughtUp(applied), Reset.CLEAN);
  }

  /** RESET!: throws away what is staged while the ledger still refuses the same head. */
  public Step<Reset> resetNow(Applied applied, Head refused) {
    var next = drop(applied);
    var isRefused = next.head(applied).equals(refused) && next.cannotGoOn(applied, refused);
    return isRefused
        ? new Step<>(next.discard(applied), Reset.DISCARDED)
        : new Step<>(next, Reset.CLEAN);
  }

  /**
   * Forgets a writer, but only while nothing of it is open: else its content would lose its name.
   */
  public StagedViews forget(WriterId writer) {
    if (!mark(seen, writer).equals(mark(start, writer))) {
      return this;
    }
    return new StagedViews(
        open,
        without(seen, writer),
        without(start, writer),
        sealed,
        kept,
        without(dropped, writer));
  }

  /** How what is staged stands to the vector. */
  public Standing standing(Applied applied) {
    if (applied.marks().entrySet().stream()
        .anyMatch(entry -> entry.getValue().isBefore(mark(dropped, entry.getKey())))) {
      return Standing.LATE;
    }
    var isBeside =
        uncovered(applied)
            .anyMatch(
                segment ->
                    segment.anyStartsBefore(applied)
                        || segment.against(applied) == Verdict.UNKNOWN);
    return isBeside ? Standing.BESIDE : Standing.JOINED;
  }

  /** The views of an account that are staged and not covered by the vector. */
  public long pending(Applied applied, AccountId id) {
    return uncovered(applied)
        .mapToLong(segment -> segment.counts().of(id))
        .reduce(0, SaturatingSum::of);
  }

  /** What is staged, for the books. */
  public StagedSums sums(Applied applied) {
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
    return new StagedSums(seen, start, named, open.total(), sealedViews, isLate);
  }

  /** Every batch that is staged, what is open as the last of them. */
  public List<SealedBatch> segments(Instant now) {
    return seal(now).sealed();
  }

  private StagedViews drop(Applied applied) {
    var rest = new ArrayList<>(sealed);
    var past = new ArrayList<>(kept);
    var highest = new HashMap<>(dropped);
    while (!rest.isEmpty() && rest.get(0).isCoveredBy(applied)) {
      var batch = rest.remove(0);
      past.add(batch);
      batch.spans().forEach((writer, span) -> highest.merge(writer, span.to(), StagedViews::later));
    }
    var from = Math.max(0, past.size() - KEPT_MAX);
    return new StagedViews(open, seen, start, rest, past.subList(from, past.size()), highest);
  }

  private Head head(Applied applied) {
    if (!sealed.isEmpty() && sealed.get(0).joins(applied)) {
      return new Head.Batch(sealed.get(0));
    }
    var again = kept.stream().filter(batch -> batch.continues(applied)).findFirst();
    if (again.isPresent()) {
      return new Head.Batch(again.get());
    }
    if (!sealed.isEmpty()) {
      return new Head.Batch(sealed.get(0));
    }
    return isAhead(applied) ? new Head.Ahead(start) : new Head.Nothing();
  }

  private boolean cannotGoOn(Applied applied, Head refused) {
    return refused instanceof Head.Batch head
        ? !head.batch().joins(applied)
        : refused instanceof Head.Ahead;
  }

  private boolean isAhead(Applied applied) {
    return applied.marks().entrySet().stream()
        .anyMatch(entry -> entry.getValue().isBefore(mark(start, entry.getKey())));
  }

  private boolean isBeside(Applied applied) {
    return segments(Instant.EPOCH).stream().anyMatch(segment -> segment.anyStartsBefore(applied));
  }

  private StagedViews caughtUp(Applied applied) {
    var behind = new HashMap<>(applied.marks());
    behind.entrySet().removeIf(entry -> !mark(seen, entry.getKey()).isBefore(entry.getValue()));
    return new StagedViews(
        open, with(seen, behind), with(start, behind), sealed, kept, with(dropped, behind));
  }

  private StagedViews discard(Applied applied) {
    var marks = applied.marks();
    return new StagedViews(ViewCounts.NONE, marks, marks, List.of(), kept, marks);
  }

  private Stream<SealedBatch> uncovered(Applied applied) {
    return segments(Instant.EPOCH).stream().filter(batch -> !batch.isCoveredBy(applied));
  }

  private Map<WriterId, Span> openSpans() {
    return seen.entrySet().stream()
        .filter(entry -> mark(start, entry.getKey()).isBefore(entry.getValue()))
        .collect(
            Collectors.toMap(
                Entry::getKey, entry -> new Span(mark(start, entry.getKey()), entry.getValue())));
  }

  private static Mark mark(Map<WriterId, Mark> marks, WriterId writer) {
    return marks.getOrDefault(writer, Mark.START);
  }

  private static Mark later(Mark one, Mark other) {
    return one.isBefore(other) ? other : one;
  }

  private static Map<WriterId, Mark> with(Map<WriterId, Mark> marks, Map<WriterId, Mark> others) {
    var all = new HashMap<>(marks);
    all.putAll(others);
    return all;
  }

  private static Map<WriterId, Mark> without(Map<WriterId, Mark> marks, WriterId writer) {
    var rest = new HashMap<>(marks);
    rest.remove(writer);
    return rest;
  }
}
