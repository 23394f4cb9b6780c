package io.clientele.application.views.counter;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ShardSnapshot;
import io.clientele.domain.views.ledger.ShardSnapshot.WriterRow;
import io.clientele.domain.views.ledger.WriterCounts;
import io.clientele.domain.views.staging.StagingSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums up, over shards, where every view is. Computes from rows and staged sums of one instant
 * only; the counts of this process are exact and replace its rows.
 */
final class ReconciliationCalculator {
  /** A writer without a heartbeat for longer counts as dead: its unsent views are lost. */
  private static final Duration SILENCE_MAX = Duration.ofMinutes(1);

  private long counted;
  private long unsent;
  private long open;
  private long sealed;
  private long applied;
  private long rejected;
  private long lost;
  private boolean isBalanced = true;
  private boolean isDegraded;

  /** The places of one writer's views in one shard. */
  private record Share(long applied, long open, long sealed, long rest) {
    long all() {
      return applied + open + sealed + rest;
    }
  }

  /**
   * Adds one shard.
   *
   * @param staged null if staging is unavailable: the result is degraded
   * @param offsets of writers with staged batches and without a row
   * @param own the counts of this process's writers in this shard
   */
  void add(
      ShardSnapshot snapshot,
      @Nullable StagingSnapshot staged,
      AppliedOffsets offsets,
      Map<WriterId, WriterCounts> own) {
    isDegraded |= staged == null;
    applied += snapshot.views();
    rejected += snapshot.rejected();
    counted += snapshot.goneViews();
    lost += snapshot.goneLost();
    var sum = new Share(0, 0, 0, 0);
    for (var row : snapshot.writers()) {
      var self = own.get(row.writer());
      var share = share(row, row.via() == DeliveryPath.STAGING ? staged : null, self);
      lost += self == null ? row.lost() : self.lost();
      add(share, staged != null && self == null && row.silence().compareTo(SILENCE_MAX) > 0);
      sum = plus(sum, share);
    }
    for (var offset : offsets.byWriter().entrySet()) {
      var share = beyond(offset.getValue(), staged, offset.getKey());
      add(share, false);
      sum = plus(sum, share);
    }
    own.values().stream()
        .filter(self -> !snapshot.hasRow(self.writer()))
        .forEach(this::addUnheardOf);
    isBalanced &= snapshot.views() + snapshot.rejected() == sum.applied() + snapshot.goneViews();
    isBalanced &= staged == null || staged.openViews() == sum.open();
    isBalanced &= staged == null || staged.sealedViews() == sum.sealed();
  }

  /** The sums. */
  Reconciliation close(Instant asOf) {
    return isDegraded
        ? new Reconciliation(counted, null, null, null, applied, rejected, lost, null, asOf)
        : new Reconciliation(
            counted, unsent, open, sealed, applied, rejected, lost, isBalanced, asOf);
  }

  private void add(Share share, boolean isDead) {
    open += share.open();
    sealed += share.sealed();
    unsent += isDead ? 0 : share.rest();
    lost += isDead ? share.rest() : 0;
    counted += isDead ? share.all() - share.rest() : share.all();
  }

  /** Adds a writer of this process that has not sent anything yet. */
  private void addUnheardOf(WriterCounts self) {
    add(new Share(0, 0, 0, self.accepted()), false);
    lost += self.lost();
  }

  private static Share share(
      WriterRow row, @Nullable StagingSnapshot staged, @Nullable WriterCounts self) {
    var have = row.applied().views();
    var accepted = self == null ? row.accepted() : self.accepted();
    var beyond = beyond(row.applied(), staged, row.writer());
    var seen = staged == null ? have : of(staged.seen(), row.writer());
    var all = Math.max(accepted, Math.max(seen, have));
    var rest = all - have - beyond.open() - beyond.sealed();
    return new Share(have, beyond.open(), beyond.sealed(), rest);
  }

  /** The writer's staged views after its offset. */
  private static Share beyond(Offset offset, @Nullable StagingSnapshot staged, WriterId writer) {
    if (staged == null) {
      return new Share(0, 0, 0, 0);
    }
    var start = of(staged.start(), writer);
    var inOpen = Math.max(0, of(staged.seen(), writer) - Math.max(start, offset.views()));
    return new Share(0, inOpen, Math.max(0, start - offset.views()), 0);
  }

  private static Share plus(Share one, Share other) {
    return new Share(
        one.applied + other.applied,
        one.open + other.open,
        one.sealed + other.sealed,
        one.rest + other.rest);
  }

  private static long of(Map<WriterId, Offset> offsets, WriterId writer) {
    return offsets.getOrDefault(writer, Offset.START).views();
  }
}
