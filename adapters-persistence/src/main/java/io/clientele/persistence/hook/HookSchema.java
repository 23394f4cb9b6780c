package io.clientele.persistence.hook;

import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.TimePartitions;
import java.util.List;
import java.util.Map;

/** The schema of the hook context. */
public final class HookSchema {
  private static final TimePartitions MESSAGES =
      TimePartitions.droppedByService("hook_message", TimePartitions.Step.MONTH);

  private HookSchema() {}

  /** Returns the months of the messages; the service drops old ones. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("hook", Map.of(), List.of(), List.of(MESSAGES));
  }
}
