package io.clientele.persistence.ledger.posting;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.ledger.PocketId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Submissions whose pocket another session holds. Each such pocket has a queue with its own
 * connection that waits for the lock, so that the pocket delays its own transfers only. Safe for
 * use by many threads.
 */
final class WaitingLines {
  private static final int LINES_MAX = 4;
  private static final int BATCH_MAX = 200;
  private static final int LINE_MAX = 500;

  private final PostingTransaction transaction;
  private final BatchObserver observer;
  private final Map<PocketId, ArrayDeque<Submission>> lines = new HashMap<>();

  WaitingLines(PostingTransaction transaction, BatchObserver observer) {
    this.transaction = transaction;
    this.observer = observer;
  }

  /** Adds a submission to the line of this pocket. */
  void add(PocketId pocket, Submission submission) {
    if (!enqueue(pocket, submission)) {
      submission.overload();
    }
  }

  private synchronized boolean enqueue(PocketId pocket, Submission submission) {
    var line = lines.get(pocket);
    if (line != null) {
      return line.size() < LINE_MAX && line.add(submission);
    }
    if (lines.size() == LINES_MAX) {
      return false;
    }
    line = new ArrayDeque<>();
    line.add(submission);
    lines.put(pocket, line);
    Thread.ofVirtual().name("ledger-line").start(() -> run(pocket));
    return true;
  }

  private void run(PocketId pocket) {
    for (var batch = next(pocket); !batch.isEmpty(); batch = next(pocket)) {
      try {
        var result = transaction.post(batch, true);
        observer.decided(result.figures());
        result.decided().forEach((one, ends) -> one.outcomes().complete(ends));
        result.skipped().keySet().forEach(Submission::overload);
      } catch (PortUnavailable busy) {
        batch.forEach(Submission::overload);
      } catch (RuntimeException | Error broken) {
        batch.forEach(one -> one.outcomes().completeExceptionally(broken));
      }
    }
  }

  /** Ends the line if it is empty. */
  private synchronized List<Submission> next(PocketId pocket) {
    var line = lines.get(pocket);
    var batch = new ArrayList<Submission>();
    while (line != null && !line.isEmpty() && batch.size() < BATCH_MAX) {
      batch.add(line.removeFirst());
    }
    if (batch.isEmpty()) {
      lines.remove(pocket);
    }
    return batch;
  }
}
