package io.clientele.application.views.pipeline;

import io.clientele.application.views.ViewCounterSettings;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.Shard;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.WriterId;
import io.clientele.domain.views.ledger.DeliveryPath;
import io.clientele.domain.views.ledger.ViewLedger;
import io.clientele.domain.views.staging.AddResult;
import io.clientele.domain.views.staging.ViewStaging;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a writer on one shard of the staging: SEND, SYNC, RETIRE. One step runs at a time; a
 * call that finds a step in progress returns at once. Safe for use by many threads.
 */
public final class StagingSender {
  /** The most batches of one turn; the rest is sent in the next. */
  private static final int BATCHES_PER_TURN = 64;

  private final ProducerState writer;
  private final ViewStaging staging;
  private final ViewLedger ledger;
  private final WriterRegistration registration;
  private final LongSupplier nanoTime;
  private final ReentrantLock turn = new ReentrantLock();

  StagingSender(
      ProducerState writer, ViewStaging staging, ViewLedger ledger, ViewCounterSettings settings) {
    this.writer = writer;
    this.staging = staging;
    this.ledger = ledger;
    this.registration =
        new WriterRegistration(writer, ledger, DeliveryPath.STAGING, settings.ids());
    this.nanoTime = settings.nanoTime();
  }

  ProducerState memory() {
    return writer;
  }

  /**
   * Sends batches, up to the limit of one turn.
   *
   * @param mayForm whether the process has memory to keep more batches
   * @return whether staging was called and answered
   * @throws PortUnavailable if staging or the ledger is unavailable; nothing is lost
   */
  public boolean send(boolean mayForm) {
    return inTurn(
        () -> {
          var sent = 0;
          for (; sent < BATCHES_PER_TURN && writer.hasWork(); sent++) {
            var batch = writer.next(ViewBatch.ACCOUNTS_MAX, mayForm, nanoTime.getAsLong());
            if (batch.isEmpty()) {
              break;
            }
            send(batch.get());
          }
          return sent > 0;
        });
  }

  /**
   * Sends everything, after waiting for a turn in progress.
   *
   * @return the offset up to which all counted views are sent; empty if that was not possible
   */
  public Optional<Offset> sendAll(Duration within) throws InterruptedException {
    if (!turn.tryLock(within.toNanos(), TimeUnit.NANOSECONDS)) {
      return Optional.empty();
    }
    try {
      send(true);
      return writer.settled();
    } finally {
      turn.unlock();
    }
  }

  /** Registers a writer that has lost views, so that its next heartbeat reports them. */
  public void registerLosses() {
    inTurn(
        () -> {
          registration.ensureIfLost();
          return false;
        });
  }

  /** Whether the ledger may know this writer. */
  public boolean mayBeRegistered() {
    return registration.mayBeKnown();
  }

  /**
   * Compares the offset that staging has seen with this writer's log, and sends again if needed.
   *
   * @return whether staging was called and answered
   */
  public boolean sync() {
    return inTurn(
        () -> {
          if (!writer.keepsAny()) {
            return false;
          }
          var id = writer.writer();
          goTo(id, staging.seen(shard(), id));
          return true;
        });
  }

  /**
   * Receives the ledger's offset: drops the batches that it covers, or retires the name.
   *
   * @param applied null if the row is gone
   * @return whether staging was called and answered
   */
  public boolean applied(WriterId id, @Nullable Offset applied) {
    if (applied != null && !applied.isBefore(writer.base())) {
      writer.prune(id, applied, nanoTime.getAsLong());
      return false;
    }
    return inTurn(
        () -> {
          if (!id.equals(writer.writer()) || !registration.isKnown(id)) {
            return false;
          }
          if (applied == null || staging.seen(shard(), id).isBefore(writer.base())) {
            registration.retire(nanoTime.getAsLong());
          }
          return applied != null;
        });
  }

  private void send(ViewBatch batch) {
    var added = handOver(batch);
    writer.take(batch, added);
    if (added.kind() == AddResult.Kind.GAP) {
      goTo(batch.writer(), added.seen());
    }
  }

  /**
   * Sends a batch. A batch that is refused before it leaves is taken back: its views may go
   * directly.
   */
  private AddResult handOver(ViewBatch batch) {
    var mayHaveLeft = false;
    try {
      registration.ensure(batch.writer());
      mayHaveLeft = true;
      return staging.add(shard(), batch);
    } catch (PortUnavailable away) {
      mayHaveLeft &= !away.isRefused();
      throw away;
    } finally {
      writer.handedOver(batch, mayHaveLeft);
    }
  }

  /** Moves to the offset of staging, which may have gone back further than batches are kept. */
  private void goTo(WriterId id, Offset seen) {
    writer.sync(id, seen);
    if (seen.isBefore(writer.base())) {
      staging.reset(shard(), ledger.applied(shard()));
      writer.sync(id, staging.seen(shard(), id));
    }
  }

  private Shard shard() {
    return writer.shard();
  }

  /** Returns false if another thread has the turn. */
  private boolean inTurn(BooleanSupplier step) {
    if (!turn.tryLock()) {
      return false;
    }
    try {
      return step.getAsBoolean();
    } finally {
      turn.unlock();
    }
  }
}
