package io.clientele.persistence.event;

import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.TimePartitions;
import java.util.List;
import java.util.Map;

/** The schema of the event context. */
public final class EventSchema {
  private static final TimePartitions EVENTS =
      TimePartitions.droppedByService("event", TimePartitions.Step.MONTH);

  private EventSchema() {}

  /** Returns the months of the events; the service drops old ones. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("event", Map.of(), List.of(), List.of(EVENTS));
  }
}
