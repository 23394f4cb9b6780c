package io.clientele.persistence.audit;

import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.TimePartitions;
import java.util.List;
import java.util.Map;

/** The schema of the audit context. */
public final class AuditSchema {
  private static final TimePartitions ENTRIES =
      TimePartitions.months("audit_entry", 100, "audit_is_for_good", 0);

  private AuditSchema() {}

  /** Returns the months of the entries, which are never emptied and never dropped. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("audit", Map.of(), List.of(), List.of(ENTRIES));
  }
}
