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
   * Changes that the store refuses: one for each reason, a stale version among them where the store
   * has versions. What it takes to make them refused is stored before this returns.
   */
  List<Change<T>> refused();

  /** Saves a change by the port. */
  R save(Change<T> change);

  /** The result of a change that is stored. */
  R stored();

  /** The audit entries that belong to a change. */
  List<AuditEntry> entries(Change<T> change);

  /** The published events that belong to a change, under the version that storing gives it. */
  default List<PublishedEvent> events(Change<T> change) {
    return List.of();
  }
}
