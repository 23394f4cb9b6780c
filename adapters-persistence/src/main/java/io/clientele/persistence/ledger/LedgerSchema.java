package io.clientele.persistence.ledger;

import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.TimePartitions;
import java.util.List;
import java.util.Map;

/** The schema of the ledger. */
public final class LedgerSchema {
  private static final TimePartitions ENTRIES =
      TimePartitions.months("entry", 100, "ledger_is_for_good", 0);

  private LedgerSchema() {}

  /** Returns the months of the entries, which are never emptied and never dropped. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("ledger", Map.of(), List.of(), List.of(ENTRIES));
  }
}
