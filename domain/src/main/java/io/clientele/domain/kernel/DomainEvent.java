package io.clientele.domain.kernel;

import java.util.List;

/**
 * An event of an aggregate, named in the past tense. Each context has a sealed interface of its
 * events.
 */
public interface DomainEvent {
  /**
   * Returns the permanent name of the event, such as {@code account.opened}. Audit trails are
   * searched by it.
   */
  String action();

  /**
   * Whether subscribers receive the event. Other events are in the audit trail only. A store that
   * stores a published event must record the stored version.
   */
  default boolean isPublished() {
    return false;
  }

  /** The changed values, masked; empty if the action is enough. */
  default List<FieldChange> details() {
    return List.of();
  }
}
