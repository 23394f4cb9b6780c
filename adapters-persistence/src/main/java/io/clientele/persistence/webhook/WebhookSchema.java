package io.clientele.persistence.webhook;

import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.migration.TimePartitions;
import java.util.List;
import java.util.Map;

/** The schema of the webhook context. */
public final class WebhookSchema {
  private static final TimePartitions ATTEMPTS =
      TimePartitions.droppedByService("webhook_attempt", TimePartitions.Step.DAY);

  private WebhookSchema() {}

  /** Returns the days of the attempts; the service drops old ones. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("webhook", Map.of(), List.of(), List.of(ATTEMPTS));
  }
}
