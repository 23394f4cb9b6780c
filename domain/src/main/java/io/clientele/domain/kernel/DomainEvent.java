package io.clientele.domain.kernel;

import java.util.List;

/** Something that happened to an aggregate, told in the past tense. Each context seals its own. */
public interface DomainEvent {
  /** Its name for ever, such as {@code account.opened}: trails of audit are searched by it. */
  String action();

  /** What is different now, masked; empty if the action says it all. */
  default List<FieldChange> details() {
    return List.of();
  }
}
