package io.clientele.persistence.change;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.persistence.change.IdempotencyRecords.Entered;
import io.clientele.persistence.crypto.DataKeys;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stores changes: the only class that appends to the audit, to the events and to the stored
 * responses. Each call is one transaction on the given pool: the idempotency key is locked, the
 * rows are written, the audit entries of the events and the published events are appended, the
 * response is stored. A refusal rolls back.
 *
 * <p>Safe for use by many threads; holds no state but the data keys and its listeners.
 */
public final class ChangeStore {
  private final SubjectKeys subjectKeys;
  private final AuditAppender audit;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Encrypts the keys of data subjects by these data keys; without one nothing can be sealed. */
  public ChangeStore(DataKeys keys) {
    subjectKeys = new SubjectKeys(keys);
    audit = new AuditAppender(subjectKeys);
  }

  /** Runs this after each commit that may have appended to the audit. It must return at once. */
  public void onCommit(Runnable listener) {
    listeners.add(listener);
  }

  /** Writes the rows of a change and returns nothing; or returns why it refuses the change. */
  @FunctionalInterface
  public interface RowWriter<R> {
    Optional<R> write(ChangeTransaction transaction) throws SQLException;
  }

  /** Writes rows and records events that are known only once the rows are locked. */
  @FunctionalInterface
  public interface RecordedWork<R> {
    R run(ChangeTransaction transaction) throws SQLException;
  }

  /**
   * Stores one change.
   *
   * @return {@code results.stored()}, the refusal of {@code rows}, or the result for a key that is
   *     in use; after any other result than the first nothing is stored
   * @throws IllegalArgumentException if the change has no events
   */
  public <R> R store(
      Sql sql, Change<?> change, ChangeSubject about, ChangeResults<R> results, RowWriter<R> rows) {
    if (change.isNone()) {
      throw new IllegalArgumentException("there is nothing to store");
    }
    return committed(
        sql.transactionIf(
            result -> result.equals(results.stored()),
            connection -> {
              var refused = refusal(connection, change, results);
              return refused.isPresent()
                  ? refused.get()
                  : write(connection, change, about, rows).orElse(results.stored());
            }));
  }

  /**
   * Stores many changes of one request, with one response for all of them.
   *
   * @param idempotent null to store no response; none is stored for an empty list
   * @throws IllegalArgumentException if a change has no events
   */
  public <T, R> BulkResult<R> storeAll(
      Sql sql,
      List<Change<T>> changes,
      @Nullable Idempotent<List<R>> idempotent,
      BulkRows<T, R> rows) {
    if (changes.stream().anyMatch(Change::isNone)) {
      throw new IllegalArgumentException("there is nothing to store");
    }
    return committed(
        sql.transactionIf(
            BulkResult.Results.class::isInstance,
            connection -> {
              rows.lock().take(connection);
              return idempotent == null || changes.isEmpty()
                  ? new BulkResult.Results<>(writeAll(connection, changes, rows))
                  : writeAllOnce(connection, changes, idempotent, rows);
            }));
  }

  /** Returns the results that {@link #storeAll} would have now. Stores nothing. */
  public <T, R> List<R> rehearse(Sql sql, List<Change<T>> changes, BulkRows<T, R> rows) {
    return sql.rehearsal(
        connection -> {
          rows.lock().take(connection);
          return rows.write(connection, changes, (part, results) -> {});
        });
  }

  /** Runs work that decides by its rows what happens, and appends the events it records. */
  public <R> R record(Sql sql, RecordedWork<R> work) {
    return recordIf(sql, result -> true, work);
  }

  /** Does what {@link #record} does, and rolls back for a result that is not to be stored. */
  public <R> R recordIf(Sql sql, Predicate<? super R> isStored, RecordedWork<R> work) {
    return committed(sql.transactionIf(isStored, connection -> join(connection, work)));
  }

  /** Appends an entry of an attempt that changed nothing, such as a refused sign-in. */
  public void append(Sql sql, AuditEntry entry) {
    committed(
        sql.transaction(
            connection -> {
              audit.append(connection, List.of(new ChangeEntry(entry, null)));
              return entry;
            }));
  }

  /** The keys that encrypt the details of audit entries. */
  public SubjectKeys subjectKeys() {
    return subjectKeys;
  }

  AuditAppender audit() {
    return audit;
  }

  /**
   * Runs work in a transaction of the caller, and appends the events that it records. The caller
   * commits, and then calls {@link #committed}.
   */
  public <R> R join(Connection connection, RecordedWork<R> work) throws SQLException {
    var transaction = new ChangeTransaction(connection, subjectKeys);
    var result = work.run(transaction);
    audit.append(connection, transaction.entries());
    return result;
  }

  /** Reports the commit of a transaction that {@link #join} or {@link ChainQueue} appended to. */
  public void committed() {
    listeners.forEach(Runnable::run);
  }

  private <R> R committed(R result) {
    committed();
    return result;
  }

  private static <R> Optional<R> refusal(
      Connection connection, Change<?> change, ChangeResults<R> results) throws SQLException {
    var kept = change.kept();
    if (kept == null) {
      return Optional.empty();
    }
    var inProgress = results.inProgress();
    var answered = results.answered();
    if (inProgress == null || answered == null) {
      throw new IllegalArgumentException("this store takes no idempotent changes");
    }
    return switch (IdempotencyRecords.enter(connection, kept.key(), change.act().at())) {
      case ALONE -> Optional.empty();
      case IN_PROGRESS -> Optional.of(inProgress);
      case ANSWERED -> Optional.of(answered);
    };
  }

  private <R> Optional<R> write(
      Connection connection, Change<?> change, ChangeSubject about, RowWriter<R> rows)
      throws SQLException {
    var transaction = new ChangeTransaction(connection, subjectKeys);
    var refused = rows.write(transaction);
    if (refused.isEmpty()) {
      var entries = new ArrayList<>(entries(change, about));
      entries.addAll(transaction.entries());
      audit.append(connection, entries);
      var kept = change.kept();
      if (kept != null) {
        var account = about.account();
        IdempotencyRecords.keep(
            connection, kept, change.act().at(), account == null ? null : account.value());
      }
    }
    return refused;
  }

  private <T, R> BulkResult<R> writeAllOnce(
      Connection connection,
      List<Change<T>> changes,
      Idempotent<List<R>> idempotent,
      BulkRows<T, R> rows)
      throws SQLException {
    var at = changes.getFirst().act().at();
    var entered = IdempotencyRecords.enter(connection, idempotent.key(), at);
    if (entered != Entered.ALONE) {
      return entered == Entered.ANSWERED
          ? new BulkResult.Answered<>()
          : new BulkResult.InProgress<>();
    }
    var results = writeAll(connection, changes, rows);
    IdempotencyRecords.keep(connection, idempotent.kept(results), at, null);
    return new BulkResult.Results<>(results);
  }

  private <T, R> List<R> writeAll(
      Connection connection, List<Change<T>> changes, BulkRows<T, R> rows) throws SQLException {
    var results =
        rows.write(
            connection,
            changes,
            (part, ofPart) -> {
              var entries = new ArrayList<ChangeEntry>();
              for (var i = 0; i < part.size(); i++) {
                if (ofPart.get(i).equals(rows.stored())) {
                  var change = part.get(i);
                  entries.addAll(entries(change, rows.about().apply(change.state())));
                }
              }
              audit.append(connection, entries);
            });
    if (!changes.isEmpty()) {
      rows.end().write(connection, changes, results);
    }
    return results;
  }

  private static List<ChangeEntry> entries(Change<?> change, ChangeSubject about) {
    return change.events().stream()
        .map(event -> ChangeEntry.of(change.act(), event, about))
        .toList();
  }
}
