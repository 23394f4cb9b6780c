package io.clientele.persistence.change;

import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.ChangeSubject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How a store writes many changes of one request. Each change is stored or refused by itself.
 *
 * @param stored the result of a change that was written; any other result is a refusal
 * @param partMax the largest number of changes that {@code writer} gets at once
 * @param lock runs first in the transaction, before the idempotency key is locked
 * @param about names what a change is about
 * @param end runs after all changes were written, in the transaction; not for a rehearsal, and not
 *     without changes
 * @param <T> the aggregate
 * @param <R> the result of one change
 */
public record BulkRows<T, R>(
    R stored,
    int partMax,
    Lock lock,
    PartWriter<T, R> writer,
    Function<T, ChangeSubject> about,
    End<T, R> end) {

  /** Takes the locks of a transaction. */
  @FunctionalInterface
  public interface Lock {
    void take(Connection connection) throws SQLException;
  }

  /** Writes some changes and returns one result for each of them, in their order. */
  @FunctionalInterface
  public interface PartWriter<T, R> {
    List<R> write(Connection connection, List<Change<T>> part) throws SQLException;
  }

  /** Writes what belongs to all changes together. */
  @FunctionalInterface
  public interface End<T, R> {
    void write(Connection connection, List<Change<T>> changes, List<R> results) throws SQLException;
  }

  /** Writes all changes, part by part, and runs {@code afterPart} after each of them. */
  List<R> write(Connection connection, List<Change<T>> changes, AfterPart<T, R> afterPart)
      throws SQLException {
    var results = new ArrayList<R>(changes.size());
    for (var from = 0; from < changes.size(); from += partMax) {
      var part = changes.subList(from, Math.min(changes.size(), from + partMax));
      var ofPart = writer.write(connection, part);
      afterPart.run(part, ofPart);
      results.addAll(ofPart);
    }
    return results;
  }

  /** Runs after a part was written. */
  @FunctionalInterface
  interface AfterPart<T, R> {
    void run(List<Change<T>> part, List<R> results) throws SQLException;
  }
}
