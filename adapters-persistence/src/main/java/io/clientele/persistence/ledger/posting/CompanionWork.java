package io.clientele.persistence.ledger.posting;

import io.clientele.domain.ledger.rules.BatchDraft;
import io.clientele.domain.ledger.transfer.Outcome;
import io.clientele.persistence.change.ChangeTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The items of one companion in a batch. Used once, by one thread. */
final class CompanionWork<I> {
  private final Map<Submission, I> items;
  private final Companion.Judgement<I> judgement;
  private final List<I> booked = new ArrayList<>();

  private CompanionWork(Map<Submission, I> items, Companion.Judgement<I> judgement) {
    this.items = items;
    this.judgement = judgement;
  }

  /** Reads what the companions of these submissions need, and returns the work of each of them. */
  static List<CompanionWork<?>> of(Connection connection, List<Submission> submissions)
      throws SQLException {
    var companions = new LinkedHashMap<Companion<?>, List<Submission>>();
    for (var submission : submissions) {
      var item = submission.item();
      if (item != null) {
        companions.computeIfAbsent(item.companion(), one -> new ArrayList<>()).add(submission);
      }
    }
    var work = new ArrayList<CompanionWork<?>>();
    for (var entry : companions.entrySet()) {
      work.add(of(connection, entry.getKey(), entry.getValue()));
    }
    return work;
  }

  private static <I> CompanionWork<I> of(
      Connection connection, Companion<I> companion, List<Submission> submissions)
      throws SQLException {
    var items = new LinkedHashMap<Submission, I>();
    for (var submission : submissions) {
      items.put(submission, item(companion, submission));
    }
    return new CompanionWork<>(items, companion.judge(connection, List.copyOf(items.values())));
  }

  @SuppressWarnings({"unchecked", "unused"}) // the item was queued with this companion
  private static <I> I item(Companion<I> companion, Submission submission) {
    return (I) Objects.requireNonNull(submission.item()).item();
  }

  boolean has(Submission submission) {
    return items.containsKey(submission);
  }

  /** Returns the outcomes of a submission; empty if the companion does not admit it. */
  List<Outcome> decide(BatchDraft draft, Submission submission) {
    var item = Objects.requireNonNull(items.get(submission));
    if (!judgement.admits(item)) {
      return List.of();
    }
    var part = draft.all(submission.transfers());
    if (part.isWhole()) {
      booked.add(item);
      judgement.booked(item);
    } else {
      judgement.refused(item, part.outcomes(), draft::pocket);
    }
    return part.outcomes();
  }

  boolean hasBooked() {
    return !booked.isEmpty();
  }

  /** Writes the rows of the booked items and returns their number; throws to repeat the batch. */
  int write(ChangeTransaction transaction) throws SQLException {
    if (hasBooked() && !judgement.write(transaction, booked)) {
      throw RepeatedWork.overtaken();
    }
    return booked.size();
  }
}
