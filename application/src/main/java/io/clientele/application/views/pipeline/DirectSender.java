package io.clientele.application.views.pipeline;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.DirectViewLedger;
import io.clientele.domain.views.ledger.WriterCounts;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the batches of one shard straight into the ledger, one transaction each. A batch whose
 * commit was not answered is repeated under its number: the ledger has it once. Safe for use by
 * many threads: one applies at a time.
 */
public final class DirectSender {
  private final ProducerState writer;
  private final DirectViewLedger ledger;
  private final WriterRegistration registration;
  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * The result of one call.
   *
   * @param isComplete whether all views that the writer held are applied
   */
  public record Progress(FlushTotals totals, boolean isComplete) {
    public Progress {
      Objects.requireNonNull(totals, "totals");
    }
  }

  public DirectSender(ProducerState writer, DirectViewLedger ledger, ViewCounterSettings settings) {
    Objects.requireNonNull(settings, "settings");
    this.writer = Objects.requireNonNull(writer, "writer");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.registration = new WriterRegistration(writer, ledger, DeliveryPath.DIRECT, settings.ids());
    this.clock = settings.clock();
    this.nanoTime = settings.nanoTime();
  }

  /** Sends the counts of these writers and passes the ledger's offset to each. */
  public static void heartbeat(Heartbeat heartbeat, List<DirectSender> writers) {
    ForEachShard.run(writers, DirectSender::registerLosses);
    var byShard =
        writers.stream()
            .filter(DirectSender::mayBeRegistered)
            .collect(Collectors.toMap(each -> each.writer.shard(), each -> each));
    var said = byShard.values().stream().map(each -> each.writer.counted()).toList();
    heartbeat.tell(
        said,
        (each, applied) -> {
          var writer = byShard.get(each.shard());
          if (writer != null) {
            writer.applied(each.writer(), applied);
          }
        });
  }

  public ProducerState memory() {
    return writer;
  }

  private void registerLosses() {
    turn.lock();
    try {
      registration.ensureIfLost();
    } finally {
      turn.unlock();
    }
  }

  /** Whether the ledger may know this writer. */
  boolean mayBeRegistered() {
    return registration.mayBeKnown();
  }

  /**
   * Applies all views that the writer holds, batch by batch until the deadline.
   *
   * @param movedFrom the counts of the writer that gave the views away, if another did
   * @throws PortUnavailable if the ledger is unavailable; nothing is lost
   */
  public Progress apply(Supplier<List<WriterCounts>> movedFrom, Deadline deadline) {
    var totals = FlushTotals.NONE;
    if (!isMyTurn(deadline)) {
      return new Progress(totals, false);
    }
    try {
      for (var batch = next(); batch.isPresent(); batch = next()) {
        if (deadline.isOver()) {
          return new Progress(totals, false);
        }
        totals = totals.plus(apply(batch.get(), movedFrom.get()));
      }
      return new Progress(totals, true);
    } finally {
      turn.unlock();
    }
  }

  private Optional<ViewBatch> next() {
    return writer.next(SealedBatch.ACCOUNTS_MAX, true, nanoTime.getAsLong());
  }

  /** Waits for another thread that applies, until the deadline. */
  private boolean isMyTurn(Deadline deadline) {
    try {
      return turn.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Receives the offset that the ledger has applied; null if the row is gone. A ledger that was
   * restored from an older state lacks views that no process holds: the writer is retired, and they
   * count as lost.
   */
  private void applied(WriterId id, @Nullable Offset applied) {
    turn.lock();
    try {
      var isBehind = applied == null || applied.isBefore(writer.base());
      if (isBehind && id.equals(writer.writer()) && registration.isKnown(id)) {
        retire();
      }
    } finally {
      turn.unlock();
    }
  }

  private FlushTotals apply(ViewBatch batch, List<WriterCounts> movedFrom) {
    registration.ensure(batch.writer());
    var posting = ledger.applyDirect(writer.shard(), batch, clock.instant(), movedFrom);
    return switch (posting.verdict()) {
      case OK, DUPLICATE -> {
        writer.prune(batch.writer(), batch.to(), nanoTime.getAsLong());
        yield FlushTotals.of(batch.counts(), posting);
      }
      case CONFLICT, GAP, UNKNOWN -> {
        retire();
        yield FlushTotals.NONE;
      }
      case BUSY -> throw new PortUnavailable("the shard", new IllegalStateException("it is held"));
    };
  }

  /** Continues under another name, because the ledger went back to before this writer. */
  private void retire() {
    var old = writer.counted();
    if (registration.retire(nanoTime.getAsLong())) {
      ledger
          .heartbeat(List.of(old))
          .forEach((shard, applied) -> writer.prune(old.writer(), applied, nanoTime.getAsLong()));
    }
  }
}
