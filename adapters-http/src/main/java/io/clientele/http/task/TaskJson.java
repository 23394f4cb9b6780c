package io.clientele.http.task;

import io.clientele.domain.task.Task;
import io.clientele.http.exchange.Rfc3339;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes a task. */
final class TaskJson {
  private TaskJson() {}

  static void write(JsonGenerator json, Task task) {
    json.writeStartObject();
    json.writeStringProperty("id", task.id().toString());
    json.writeStringProperty("kind", task.kind());
    if (task.account() != null) {
      json.writeStringProperty("accountId", task.account().toString());
    }
    json.writeStringProperty("status", task.status().name().toLowerCase(Locale.ROOT));
    json.writeStringProperty("at", Rfc3339.write(task.at()));
    json.writeNumberProperty("attempts", task.attempts());
    if (task.lastFault() != null) {
      json.writeStringProperty("lastFault", task.lastFault());
    }
    json.writeEndObject();
  }
}
