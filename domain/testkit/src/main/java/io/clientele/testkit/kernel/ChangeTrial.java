package io.clientele.testkit.kernel;

import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.PublishedEvent;
import java.util.List;

/**
 * Changes of one fresh store, for {@link ChangeStoreContract}.
 *
 * @param <T> the aggregate
 * @param <R> the result of a save
 */
public interface ChangeTrial<T, R> {
  /** A new change that the store accepts; another one for each call. */
  Change<T> accepted();

  /**
   * Returns changes that the store refuses: one for each reason, including a stale version if the
   * store has versions. The state that makes them refused is stored before this returns.
   */
  List<Change<T>> refused();

  /** Saves a change through the port. */
  R save(Change<T> change);

  /** The result of a stored change. */
  R stored();

  /** The expected audit entries of a change. */
  List<AuditEntry> entries(Change<T> change);

  /** The expected published events of a change, under the version at which it is stored. */
  default List<PublishedEvent> events(Change<T> change) {
    return List.of();
  }
}
