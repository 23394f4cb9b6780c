package io.clientele.infra.rules;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Rules for tasks and their containers. */
final class ContainerRules {
  private static final Pattern DIGEST = Pattern.compile(".+@sha256:[0-9a-f]{64}");
  private static final Pattern SECRET_NAME =
      Pattern.compile(".*(PASSWORD|SECRET|_KEYS|DATABASE_URL|MIGRATION_URL|REDIS_URL|SMTP_URL).*");

  private ContainerRules() {}

  static List<StackRule> all() {
    return List.of(
        TaskContainers.each(
            "ECS.4",
            "no container is privileged",
            container -> !TaskContainers.isTrue(container, "privileged"),
            container -> container.addProperty("privileged", true)),
        TaskContainers.each(
            "ECS.5",
            "root file systems are read-only",
            container -> TaskContainers.isTrue(container, "readonlyRootFilesystem"),
            container -> container.addProperty("readonlyRootFilesystem", false)),
        TaskContainers.each(
            "ECS.8",
            "plain environment variables contain no secrets",
            ContainerRules::hasPlainSettingsOnly,
            container ->
                container
                    .getAsJsonArray("environment")
                    .add(setting("ADMIN_PASSWORD", "correct horse"))),
        TaskContainers.each(
            "ECS.9",
            "every container has a log configuration",
            container -> container.has("logConfiguration"),
            container -> container.remove("logConfiguration")),
        TaskContainers.each(
            "CLIENTELE.no-line-lost",
            "the service and its migration drop no line of the log, such as one on an erasure",
            container ->
                TaskContainers.text(container, "name").equals("collector")
                    || !container.has("logConfiguration")
                    || container.toString().contains("\"mode\":\"blocking\""),
            container ->
                container
                    .getAsJsonObject("logConfiguration")
                    .getAsJsonObject("options")
                    .addProperty("mode", "non-blocking")),
        TaskContainers.each(
            "ECS.20, CKV_AWS_336",
            "containers do not run as root",
            container -> !TaskContainers.text(container, "user").matches("|0|root|0:.*|root:.*"),
            container -> container.addProperty("user", "root")),
        TaskContainers.each(
            "CLIENTELE.capabilities",
            "containers drop all Linux capabilities",
            container -> container.toString().contains("\"drop\":[\"ALL\"]"),
            container -> container.remove("linuxParameters")),
        TaskContainers.each(
            "CLIENTELE.image-digest",
            "images are referenced by digest",
            container -> DIGEST.matcher(TaskContainers.text(container, "image")).matches(),
            container -> container.addProperty("image", "registry.example/clientele:latest")),
        StackRule.each(
            "CKV_AWS_249",
            "execution role and task role differ",
            TaskContainers.TASK,
            task -> !task.text("executionRoleArn").equals(task.text("taskRoleArn")),
            graph ->
                graph.edit(
                    TaskContainers.TASK,
                    "migration",
                    task -> task.with("taskRoleArn", task.text("executionRoleArn")))),
        StackRule.each(
            "CLIENTELE.arm64",
            "tasks run on Graviton",
            TaskContainers.TASK,
            task -> task.text("runtimePlatform.cpuArchitecture").equals("ARM64"),
            graph ->
                graph.set(
                    TaskContainers.TASK, "service", "runtimePlatform.cpuArchitecture", "X86_64")));
  }

  private static boolean hasPlainSettingsOnly(JsonObject container) {
    return !container.has("environment")
        || StreamSupport.stream(container.getAsJsonArray("environment").spliterator(), false)
            .map(each -> each.getAsJsonObject().get("name").getAsString())
            .noneMatch(name -> SECRET_NAME.matcher(name).matches());
  }

  private static JsonObject setting(String name, String value) {
    var setting = new JsonObject();
    setting.addProperty("name", name);
    setting.addProperty("value", value);
    return setting;
  }
}
