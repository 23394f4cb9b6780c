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
   * Whether subscribers get it. Otherwise it stands in the audit only. A store that stores a
   * published event names the version that it has stored.
   */
  default boolean isPublished() {
    return false;
  }

  /** What is different now, masked; empty if the action says it all. */
  default List<FieldChange> details() {
    return List.of();
  }
}
