package io.clientele.domain.views.staging;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One writer's own batches in one shard: numbers them, leaves at most one unanswered, and keeps
 * each until the ledger has it, because staging may lose it. Batches are never merged here, because
 * the ledger's offset may come to be between them. Not safe for use by many threads.
 */
public final class WriterLog {
  /** The memory of an empty batch, in accounts: its object and its reference. */
  private static final int BATCH_WEIGHT = 4;

  private final WriterId writer;
  private final Deque<ViewCounts> acknowledged = new ArrayDeque<>();
  private final Deque<ViewCounts> unanswered = new ArrayDeque<>();
  private final Map<WriterId, OffsetRange> earlier;
  private Offset base;
  private Offset answered;
  private Offset top;
  private long weight;

  /**
   * Whether the last batch was formed and never handed out, so that its number is known only here.
   */
  private boolean hasNew;

  /** Creates the log of a writer without batches. */
  public WriterLog(WriterId writer) {
    this(writer, Offset.START, List.of(), 0, Map.of());
  }

  /**
   * Creates the log of a writer at work.
   *
   * @param base the offset up to which the ledger has every batch
   * @param kept the batches after it, in order
   * @param answered the number of the last batch that staging acknowledged
   * @param earlier the names that kept batches had before, oldest batch first, and their numbers
   */
  public WriterLog(
      WriterId writer,
      Offset base,
      Collection<ViewCounts> kept,
      long answered,
      Map<WriterId, OffsetRange> earlier) {
    Objects.requireNonNull(kept, "kept");
    Objects.requireNonNull(earlier, "earlier");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.earlier = new HashMap<>(earlier);
    this.base = Objects.requireNonNull(base, "base");
    this.answered = base;
    this.top = base;
    kept.forEach(this::keep);
    goTo(answered);
  }

  /** The name under which batches are sent. */
  public WriterId writer() {
    return writer;
  }

  /** The offset up to which the ledger has every batch. */
  public Offset base() {
    return base;
  }

  /** The offset of the last batch that staging acknowledged. */
  public Offset answered() {
    return answered;
  }

  /** The offset of the last batch that was formed. */
  public Offset top() {
    return top;
  }

  /** The kept batches, oldest first. */
  public List<ViewCounts> kept() {
    return Stream.concat(acknowledged.stream(), unanswered.stream()).toList();
  }

  /** The memory of the kept batches, in accounts of 24 bytes each. */
  public long weight() {
    return weight;
  }

  /** Whether every batch is answered, so that another may be formed. */
  public boolean isIdle() {
    return unanswered.isEmpty();
  }

  /** Whether an unacknowledged batch has views of this account. */
  public boolean hasUnanswered(UUID id) {
    return unanswered.stream().anyMatch(counts -> counts.of(id) > 0);
  }

  /** Forms a batch with the next number. Must be called only when idle. */
  public void form(ViewCounts counts) {
    if (!isIdle()) {
      throw new IllegalStateException("one batch is unanswered");
    }
    keep(counts);
    hasNew = true;
  }

  /** Whether the last batch was formed and never handed to staging. */
  public boolean hasNew() {
    return hasNew;
  }

  /** Records that these batches were handed to staging and may arrive at any time. */
  public void sent(ViewBatch batches) {
    hasNew &= batches.to().isBefore(top);
  }

  /**
   * UNSEND: takes the last batch back if it was never handed to staging, and frees its number. A
   * batch that may have left stays: it may still arrive, and its views would count twice.
   *
   * @return the counts of the batch; no counts if there is no such batch
   */
  public ViewCounts unsend() {
    if (!hasNew) {
      return ViewCounts.NONE;
    }
    hasNew = false;
    var counts = unanswered.removeLast();
    top = new Offset(top.seq() - 1, top.views() - counts.total());
    weight -= counts.size() + BATCH_WEIGHT;
    return counts;
  }

  /**
   * Returns what to send next: the first unanswered batch, with as many whole batches after it as
   * one script may add.
   */
  public Optional<ViewBatch> next() {
    var counts = ViewCounts.NONE;
    var to = answered;
    for (var more : unanswered) {
      if (!counts.isEmpty() && counts.size() + more.size() > ViewBatch.ACCOUNTS_MAX) {
        break;
      }
      counts = counts.plus(more);
      to = to.next(more.total());
    }
    return isIdle()
        ? Optional.empty()
        : Optional.of(new ViewBatch(writer, answered.seq() + 1, to, counts));
  }

  /** Records the answer to a sent batch. */
  public void take(ViewBatch sent, AddResult added) {
    if (added.kind() == AddResult.Kind.GAP) {
      sync(added.seen());
    } else if (sent.from() == answered.seq() + 1 && !top.isBefore(sent.to())) {
      goTo(sent.to().seq());
    }
  }

  /** Moves back or forward to the offset that staging has seen, as far as batches are kept. */
  public void sync(Offset seen) {
    if (seen.seq() >= base.seq() && seen.seq() <= top.seq()) {
      goTo(seen.seq());
    }
  }

  /** Whether staging needs a batch that is no longer kept. */
  public boolean isBeyond(Offset seen) {
    return seen.isBefore(base);
  }

  /** Drops the batches that the ledger has. */
  public void prune(Offset applied) {
    goTo(Math.max(answered.seq(), Math.min(applied.seq(), top.seq())));
    while (base.seq() < applied.seq() && !acknowledged.isEmpty()) {
      var counts = acknowledged.removeFirst();
      weight -= counts.size() + BATCH_WEIGHT;
      base = base.next(counts.total());
      EarlierNames.forgetFirst(earlier, counts);
    }
  }

  /** The earlier names of kept batches, and the numbers of these batches under each. */
  public Map<WriterId, OffsetRange> earlier() {
    return Map.copyOf(earlier);
  }

  /** Every name that a kept batch has or had, including the current one. */
  public Map<WriterId, OffsetRange> names() {
    var names = new HashMap<>(earlier);
    names.put(writer, new OffsetRange(base, top));
    return names;
  }

  /**
   * Returns the log under a new name, with every kept batch that the ledger has under none of its
   * names. Batches stay separate and remember their names, because a ledger that is restored once
   * more may have them under any of these.
   *
   * @param applied the ledger's offset for each of {@link #names}
   */
  public WriterLog renamed(WriterId next, AppliedOffsets applied) {
    var names = names();
    var kept = kept();
    var covered = EarlierNames.covered(names, applied);
    kept.subList(0, covered).forEach(counts -> EarlierNames.forgetFirst(names, counts));
    var rest = kept.subList(covered, kept.size());
    return new WriterLog(next, Offset.START, rest, 0, EarlierNames.withBatches(names));
  }

  private void keep(ViewCounts counts) {
    unanswered.addLast(counts);
    top = top.next(counts.total());
    weight += counts.size() + BATCH_WEIGHT;
  }

  private void goTo(long seq) {
    while (answered.seq() < seq) {
      var counts = unanswered.removeFirst();
      acknowledged.addLast(counts);
      answered = answered.next(counts.total());
    }
    while (answered.seq() > seq) {
      var counts = acknowledged.removeLast();
      unanswered.addFirst(counts);
      answered = new Offset(answered.seq() - 1, answered.views() - counts.total());
    }
    hasNew &= !isIdle();
  }
}
