package io.clientele.persistence.ledger.posting;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.jdbc.Database;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Joins work items that arrive together into one transaction. One batch runs at a time; items that
 * arrive during it form the next one. An item is some transfers, or transfers with rows of another
 * context. Safe for use by many threads.
 */
public final class TransferCombiner {
  /** The largest number of transfers of a batch, and of an item. */
  public static final int BATCH_MAX = 200;

  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final int QUEUE_MAX = 2_000;
  private static final String PORT = "the ledger";

  private final PostingTransaction transaction;
  private final BatchObserver observer;
  private final WaitingLines lines;
  private final ArrayDeque<Submission> queue = new ArrayDeque<>();
  private int queued;
  private boolean isRunning;

  /** Creates a combiner whose batches nothing observes. */
  public TransferCombiner(Database database, ChangeStore changes) {
    this(database, changes, BatchObserver.NONE);
  }

  public TransferCombiner(Database database, ChangeStore changes, BatchObserver observer) {
    this.observer = observer;
    this.transaction = new PostingTransaction(database.requests(), changes);
    this.lines = new WaitingLines(new PostingTransaction(database.work(), changes), observer);
  }

  /**
   * Decides transfers, each by itself, in their order.
   *
   * @param transfers at most {@value #BATCH_MAX}
   */
  public List<Outcome> post(List<Transfer> transfers) {
    return await(transaction.submission(transfers));
  }

  /**
   * Books all transfers with the rows of an item, or nothing of it.
   *
   * @param transfers at most {@value #BATCH_MAX}; may be empty
   * @return the outcomes; empty if there are no transfers or the companion does not admit the item
   */
  public <I> List<Outcome> post(List<Transfer> transfers, Companion<I> companion, I item) {
    return await(transaction.submission(transfers).with(new CompanionItem<>(companion, item)));
  }

  /** The number of transfers that wait for a batch. */
  public synchronized int queued() {
    return queued;
  }

  private List<Outcome> await(Submission submission) {
    if (!enqueue(submission)) {
      submission.overload();
    }
    try {
      return submission.outcomes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      leave(submission);
      submission.overload();
      return submission.outcomes().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PortUnavailable(PORT, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof PortUnavailable
          ? new PortUnavailable(PORT, e.getCause())
          : new IllegalStateException("a batch of transfers failed", e.getCause());
    }
  }

  /** Removes a submission whose caller no longer waits, unless it is being decided. */
  private synchronized void leave(Submission submission) {
    if (queue.remove(submission)) {
      queued -= submission.weight();
    }
  }

  private synchronized boolean enqueue(Submission submission) {
    if (queued + submission.weight() > QUEUE_MAX) {
      return false;
    }
    queued += submission.weight();
    queue.addLast(submission);
    if (!isRunning) {
      isRunning = true;
      Thread.ofVirtual().name("ledger-batches").start(this::run);
    }
    return true;
  }

  private void run() {
    for (var batch = next(); !batch.isEmpty(); batch = next()) {
      run(batch);
    }
  }

  private synchronized List<Submission> next() {
    var batch = new ArrayList<Submission>();
    var size = 0;
    while (!queue.isEmpty() && size + queue.getFirst().weight() <= BATCH_MAX) {
      var first = queue.removeFirst();
      size += first.weight();
      batch.add(first);
    }
    queued -= size;
    if (batch.isEmpty()) {
      isRunning = false;
    }
    return batch;
  }

  /**
   * Posts a batch; after a fault, each submission separately, so that one cannot fail the others.
   */
  private void run(List<Submission> batch) {
    try {
      var result = transaction.post(batch, false);
      observer.decided(result.figures());
      result.decided().forEach((one, ends) -> one.outcomes().complete(ends));
      result.skipped().forEach((one, pocket) -> lines.add(pocket, one));
    } catch (IllegalStateException broken) {
      if (batch.size() == 1) {
        batch.getFirst().outcomes().completeExceptionally(broken);
      } else {
        batch.forEach(one -> run(List.of(one)));
      }
    } catch (RuntimeException | Error failed) {
      batch.forEach(one -> one.outcomes().completeExceptionally(failed));
    }
  }
}
