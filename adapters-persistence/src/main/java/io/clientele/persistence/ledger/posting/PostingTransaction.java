package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.BatchDraft;
import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.rules.TransferRules;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.BatchedSetLookups;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides and stores a batch in one transaction: locks, reads, decides, writes. Also books
 * transfers in the transaction of another context, which stores its rows with them or rolls both
 * back. Safe for use by many threads.
 */
public final class PostingTransaction {
  private final Sql sql;
  private final ChangeStore changes;
  private final SubjectKeys keys;
  private final BatchWriter writer;
  private final CommitCheck commits;
  private final RepeatedWork repeat;
  private final BatchedSetLookups<TransferId, BookedTransfer> lookups;

  public PostingTransaction(Database database, ChangeStore changes) {
    this(database.requests(), changes);
  }

  PostingTransaction(Sql sql, ChangeStore changes) {
    this.sql = sql;
    this.changes = changes;
    this.keys = changes.subjectKeys();
    this.writer = new BatchWriter(keys);
    this.commits = new CommitCheck(sql);
    this.repeat = new RepeatedWork(sql);
    this.lookups = TransferList.batched(sql, keys);
  }

  /**
   * The result of a batch.
   *
   * @param decided outcomes of the submissions whose pockets were locked
   * @param skipped a pocket that another session holds, for each other submission
   * @param lockNanos how long it took to get the locks
   */
  record Result(
      Map<Submission, List<Outcome>> decided, Map<Submission, PocketId> skipped, long lockNanos) {
    BatchObserver.Batch figures() {
      return new BatchObserver.Batch(
          transfers(decided), transfers(skipped), Duration.ofNanos(lockNanos));
    }

    private static int transfers(Map<Submission, ?> submissions) {
      return submissions.keySet().stream().mapToInt(one -> one.transfers().size()).sum();
    }
  }

  /** Decides each transfer independently; skips submissions whose pockets another session holds. */
  Result post(List<Submission> batch, boolean isWaiting) {
    return repeat.run(connection -> once(connection, batch, isWaiting));
  }

  /** Books all transfers, or none. */
  public List<Outcome> postAll(List<Transfer> transfers) {
    var all = submission(transfers);
    return repeat.run(
        connection -> {
          BatchLocks.take(connection, all.pockets(), all.transfers(), true);
          var state = read(connection, List.of(all));
          var decision = TransferRules.apply(state.ledger(), all.transfers());
          if (decision.isWhole()) {
            store(connection, state, decision, List.of());
          }
          return visible(decision.outcomes(), state);
        });
  }

  /**
   * The result of transfers that joined another transaction.
   *
   * @param isWhole whether all are booked; if not, nothing was written
   * @param pockets that the transfers touch, as they were before
   */
  public record Joined(
      boolean isWhole, List<Outcome> outcomes, Map<PocketId, PocketState> pockets) {
    public Joined {
      outcomes = List.copyOf(outcomes);
      pockets = Map.copyOf(pockets);
    }
  }

  /**
   * Writes all of the transfers, or none, and leaves the commit to the caller, which has locked its
   * own rows. Waits up to 500 ms for the pockets; they stay locked until the transaction ends.
   */
  public Joined join(Connection connection, List<Transfer> transfers) throws SQLException {
    var all = Submission.of(transfers, ids -> TransferList.find(connection, keys, ids));
    BatchLocks.take(connection, all.pockets(), all.transfers(), true);
    var state = read(connection, List.of(all));
    var decision = TransferRules.apply(state.ledger(), all.transfers());
    if (decision.isWhole() && !decision.transfers().isEmpty()) {
      writer.write(connection, state.ledger(), decision);
    }
    return new Joined(
        decision.isWhole(), visible(decision.outcomes(), state), state.ledger().pockets());
  }

  /** Decides without a lock and stores nothing. */
  public List<Outcome> rehearse(List<Transfer> transfers) {
    var all = submission(transfers);
    return sql.run(
        connection -> {
          var state = read(connection, List.of(all));
          var decision = TransferRules.apply(state.ledger(), all.transfers());
          return visible(decision.outcomes(), state);
        });
  }

  /** Returns the submission of a call, with the pockets of parents that exist. */
  Submission submission(List<Transfer> transfers) {
    return Submission.of(transfers, lookups::find);
  }

  private Result once(Connection connection, List<Submission> batch, boolean isWaiting)
      throws SQLException {
    var transfers = batch.stream().flatMap(one -> one.transfers().stream()).toList();
    var began = System.nanoTime();
    var locked = BatchLocks.take(connection, pockets(batch), transfers, isWaiting);
    var lockNanos = System.nanoTime() - began;
    var state = read(connection, batch);
    var skipped = new LinkedHashMap<Submission, PocketId>();
    var taken = new ArrayList<Submission>();
    for (var submission : batch) {
      var missing = firstMissing(submission, state, locked);
      if (missing == null) {
        taken.add(submission);
      } else {
        skipped.put(submission, missing);
      }
    }
    var companions = CompanionWork.of(connection, taken);
    var draft = new BatchDraft(state.ledger());
    var decided = new LinkedHashMap<Submission, List<Outcome>>();
    for (var submission : taken) {
      decided.put(submission, visible(decide(draft, companions, submission), state));
    }
    store(connection, state, draft.decision(), companions);
    return new Result(decided, skipped, lockNanos);
  }

  private static List<Outcome> decide(
      BatchDraft draft, List<CompanionWork<?>> companions, Submission submission) {
    for (var companion : companions) {
      if (companion.has(submission)) {
        return companion.decide(draft, submission);
      }
    }
    return draft.each(submission.transfers());
  }

  private static @Nullable PocketId firstMissing(
      Submission submission, BatchState state, Set<PocketId> locked) {
    return submission.pockets().stream()
        .filter(id -> !locked.contains(id))
        .filter(
            id -> {
              var pocket = state.ledger().pockets().get(id);
              return pocket != null && pocket.isBounded();
            })
        .findFirst()
        .orElse(null);
  }

  private BatchState read(Connection connection, List<Submission> batch) throws SQLException {
    var ids =
        batch.stream()
            .flatMap(one -> one.transfers().stream())
            .map(Transfer::id)
            .collect(Collectors.toCollection(HashSet<TransferId>::new));
    var parents = new HashSet<TransferId>();
    batch.forEach(one -> parents.addAll(one.parents()));
    return new BatchReader(keys).read(connection, pockets(batch), ids, parents);
  }

  private static Set<PocketId> pockets(List<Submission> batch) {
    var all = new HashSet<PocketId>();
    batch.forEach(one -> all.addAll(one.pockets()));
    return all;
  }

  /** Hides transfers that belonged to an erased account. */
  private static List<Outcome> visible(List<Outcome> outcomes, BatchState state) {
    Predicate<BookedTransfer> isErased = first -> state.erased().contains(first.id());
    return outcomes.stream()
        .map(
            outcome ->
                switch (outcome) {
                  case Outcome.Replayed(var first) when isErased.test(first) ->
                      new Outcome.Erased();
                  case Outcome.Differs(var first, _) when isErased.test(first) ->
                      new Outcome.Erased();
                  default -> outcome;
                })
        .toList();
  }

  private void store(
      Connection connection, BatchState state, Decision decision, List<CompanionWork<?>> companions)
      throws SQLException {
    var hasTransfers = !decision.transfers().isEmpty();
    if (!hasTransfers && companions.stream().noneMatch(CompanionWork::hasBooked)) {
      return;
    }
    for (var companion : companions) {
      changes.join(connection, companion::write);
    }
    if (hasTransfers) {
      writer.write(connection, state.ledger(), decision);
    }
    try {
      connection.commit();
    } catch (SQLException ambiguous) {
      if (!hasTransfers
          || !commits.isDone(state.transactionId(), decision.transfers().getFirst().id())) {
        throw ambiguous;
      }
    }
    changes.committed();
  }
}
