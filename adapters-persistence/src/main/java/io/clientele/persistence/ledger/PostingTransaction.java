package io.clientele.persistence.ledger;

import io.clientele.domain.ledger.PocketId;
import io.clientele.domain.ledger.rules.Decision;
import io.clientele.domain.ledger.rules.PocketState;
import io.clientele.domain.ledger.rules.TransferRules;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.domain.ledger.transfer.Transfer;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
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
  }

  /**
   * The result of a batch.
   *
   * @param decided outcomes of the submissions whose pockets were locked
   * @param skipped a pocket that another session holds, for each other submission
   */
  record Result(Map<Submission, List<Outcome>> decided, Map<Submission, PocketId> skipped) {}

  /** Decides each transfer independently; skips submissions whose pockets another session holds. */
  Result post(List<Submission> batch, boolean isWaiting) {
    return repeat.run(connection -> once(connection, batch, isWaiting));
  }

  /** Books all transfers of a submission, or none. */
  List<Outcome> postAll(Submission all) {
    return repeat.run(
        connection -> {
          BatchLocks.take(connection, all.pockets(), all.transfers(), true);
          var state = read(connection, List.of(all));
          var decision = TransferRules.apply(state.ledger(), all.transfers());
          if (decision.isWhole()) {
            store(connection, state, decision);
          }
          return outcomes(decision, state);
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
    return new Joined(decision.isWhole(), outcomes(decision, state), state.ledger().pockets());
  }

  /** Decides without a lock and stores nothing. */
  List<Outcome> rehearse(Submission all) {
    return sql.run(
        connection -> {
          var state = read(connection, List.of(all));
          return outcomes(TransferRules.apply(state.ledger(), all.transfers()), state);
        });
  }

  private Result once(Connection connection, List<Submission> batch, boolean isWaiting)
      throws SQLException {
    var transfers = batch.stream().flatMap(one -> one.transfers().stream()).toList();
    var locked = BatchLocks.take(connection, pockets(batch), transfers, isWaiting);
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
    var decision =
        TransferRules.apply(
            state.ledger(), taken.stream().flatMap(one -> one.transfers().stream()).toList());
    store(connection, state, decision);
    return new Result(distributed(taken, outcomes(decision, state)), skipped);
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

  private static Map<Submission, List<Outcome>> distributed(
      List<Submission> taken, List<Outcome> outcomes) {
    var decided = new LinkedHashMap<Submission, List<Outcome>>();
    var from = 0;
    for (var submission : taken) {
      var to = from + submission.transfers().size();
      decided.put(submission, outcomes.subList(from, to));
      from = to;
    }
    return decided;
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
  private static List<Outcome> outcomes(Decision decision, BatchState state) {
    Predicate<BookedTransfer> isErased = first -> state.erased().contains(first.id());
    return decision.outcomes().stream()
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

  private void store(Connection connection, BatchState state, Decision decision)
      throws SQLException {
    if (decision.transfers().isEmpty()) {
      return;
    }
    writer.write(connection, state.ledger(), decision);
    try {
      connection.commit();
    } catch (SQLException ambiguous) {
      if (!commits.isDone(state.transactionId(), decision.transfers().getFirst().id())) {
        throw ambiguous;
      }
    }
    changes.committed();
  }
}
