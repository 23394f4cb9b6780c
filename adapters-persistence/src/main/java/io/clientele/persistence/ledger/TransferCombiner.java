package io.clientele.persistence.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Joins transfers that arrive together into one transaction. One batch runs at a time; transfers
 * that arrive during it form the next one. Safe for use by many threads.
 */
final class TransferCombiner {
  /** The largest number of transfers of a batch. */
  static final int BATCH_MAX = 200;

  private static final int QUEUE_MAX = 2_000;

  private final PostingTransaction transaction;
  private final WaitingLines lines;
  private final ArrayDeque<Submission> queue = new ArrayDeque<>();
  private int queued;
  private boolean isRunning;

  TransferCombiner(PostingTransaction transaction, PostingTransaction waiting) {
    this.transaction = transaction;
    this.lines = new WaitingLines(waiting);
  }

  /** Queues a submission; its outcomes are completed later, or at once if the queue is full. */
  void submit(Submission submission) {
    if (!enqueue(submission)) {
      submission.overload();
    }
  }

  /** Removes a submission whose caller no longer waits, unless it is being decided. */
  synchronized void leave(Submission submission) {
    if (queue.remove(submission)) {
      queued -= submission.transfers().size();
    }
  }

  private synchronized boolean enqueue(Submission submission) {
    if (queued + submission.transfers().size() > QUEUE_MAX) {
      return false;
    }
    queued += submission.transfers().size();
    queue.addLast(submission);
    if (!isRunning) {
      isRunning = true;
      Thread.ofVirtual().name("ledger-batches").start(this::run);
    }
    return true;
  }

  private void run() {
    for (var batch = next(); !batch.isEmpty(); batch = next()) {
      post(batch);
    }
  }

  private synchronized List<Submission> next() {
    var batch = new ArrayList<Submission>();
    var size = 0;
    while (!queue.isEmpty() && size + queue.getFirst().transfers().size() <= BATCH_MAX) {
      var first = queue.removeFirst();
      size += first.transfers().size();
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
  private void post(List<Submission> batch) {
    try {
      var result = transaction.post(batch, false);
      result.decided().forEach((one, ends) -> one.outcomes().complete(ends));
      result.skipped().forEach((one, pocket) -> lines.add(pocket, one));
    } catch (IllegalStateException broken) {
      if (batch.size() == 1) {
        batch.getFirst().outcomes().completeExceptionally(broken);
      } else {
        batch.forEach(one -> post(List.of(one)));
      }
    } catch (RuntimeException | Error failed) {
      batch.forEach(one -> one.outcomes().completeExceptionally(failed));
    }
  }
}
