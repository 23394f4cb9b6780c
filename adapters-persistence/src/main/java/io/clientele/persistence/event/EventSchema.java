package io.clientele.persistence.event;

import io.clientele.persistence.migration.MonthlyPartitions;
import io.clientele.persistence.migration.SchemaContribution;
import java.util.List;
import java.util.Map;

/** The schema of the event context. */
public final class EventSchema {
  private static final MonthlyPartitions EVENTS =
      new MonthlyPartitions("event", 100, null, 0, true);

  private EventSchema() {}

  /** Returns the months of the events; the service drops old ones. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("event", Map.of(), List.of(), List.of(EVENTS));
  }
}
