package io.clientele.infra.rules;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads and edits the container definitions, which task definitions hold as JSON. */
public final class TaskContainers {
  public static final String TASK = "ecs/taskDefinition:TaskDefinition";
  private static final String PLACE = "containerDefinitions";

  private TaskContainers() {}

  public static Stream<JsonObject> of(ResourceNode task) {
    return StreamSupport.stream(task.json(PLACE).getAsJsonArray().spliterator(), false)
        .map(each -> each.getAsJsonObject());
  }

  static StackRule each(
      String id, String text, Predicate<JsonObject> holds, Consumer<JsonObject> breach) {
    return StackRule.whole(
        id,
        text,
        graph ->
            graph
                .all(TASK)
                .flatMap(TaskContainers::of)
                .filter(holds.negate())
                .map(container -> container.get("name").getAsString()),
        graph -> edit(graph, breach));
  }

  /** Edits the first container of the service's task. */
  static ResourceGraph edit(ResourceGraph graph, Consumer<JsonObject> change) {
    return graph.edit(
        TASK,
        "service",
        task -> {
          var containers = new JsonArray();
          of(task).forEach(containers::add);
          change.accept(containers.get(0).getAsJsonObject());
          return task.with(PLACE, containers.toString());
        });
  }

  static boolean isTrue(JsonObject container, String property) {
    return container.has(property) && container.get(property).getAsBoolean();
  }

  public static String text(JsonObject container, String property) {
    return container.has(property) ? container.get(property).getAsString() : "";
  }
}
