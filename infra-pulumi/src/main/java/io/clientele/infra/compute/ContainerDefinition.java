package io.clientele.infra.compute;

import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definition of a container that runs without root, capabilities and a writable root. */
final class ContainerDefinition {
  private static final String USER = "10001:10001";

  private final Component component;
  private final Map<String, Object> definition = new LinkedHashMap<>();

  ContainerDefinition(Component component, String name, Output<String> image) {
    this.component = component;
    with("name", name);
    with("image", image);
    with("user", USER);
    with("privileged", false);
    with("readonlyRootFilesystem", true);
    with("linuxParameters", Map.of("capabilities", Map.of("drop", List.of("ALL"))));
  }

  ContainerDefinition with(String property, Object value) {
    definition.put(property, value);
    return this;
  }

  /** Logs every line. The container waits while CloudWatch does not accept its lines. */
  ContainerDefinition loggingTo(Output<String> group) {
    return logging(
        Map.of(
            "awslogs-group",
            group,
            "awslogs-region",
            component.context().region(),
            "awslogs-stream-prefix",
            "task",
            "mode",
            "blocking"));
  }

  /** Drops lines while CloudWatch does not accept them. The container never waits. */
  ContainerDefinition loggingWithLossTo(Output<String> group) {
    return logging(
        Map.of(
            "awslogs-group", group,
            "awslogs-region", component.context().region(),
            "awslogs-stream-prefix", "task",
            "mode", "non-blocking",
            "max-buffer-size", "4m"));
  }

  private ContainerDefinition logging(Map<String, Object> options) {
    return with("logConfiguration", Map.of("logDriver", "awslogs", "options", options));
  }

  /** Returns the entries sorted by name, as ECS returns them. */
  static List<Map<String, Object>> pairs(Map<String, Object> values, String called) {
    return new TreeMap<>(values)
        .entrySet().stream()
            .map(each -> Map.of("name", each.getKey(), called, each.getValue()))
            .toList();
  }

  Map<String, Object> definition() {
    return definition;
  }
}
