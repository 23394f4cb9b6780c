package io.clientele.persistence.hook;

import io.clientele.persistence.migration.MonthlyPartitions;
import io.clientele.persistence.migration.SchemaContribution;
import java.util.List;
import java.util.Map;

/** The schema of the hook context. */
public final class HookSchema {
  private static final MonthlyPartitions MESSAGES =
      new MonthlyPartitions("hook_message", 90, null, 0, true);

  private HookSchema() {}

  /** Returns the months of the messages; the service drops old ones. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("hook", Map.of(), List.of(), List.of(MESSAGES));
  }
}
