package io.clientele.infra;

import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import io.clientele.infra.config.ComputePlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs on Fargate: the service, or the migration by the same image. */
final class Task {
  /** The one folder that can be written; it is gone with the task. */
  private static final String SCRATCH = "scratch";

  private final Part component;
  private final Data data;
  private final Images images;
  private final TaskDefinition definition;
  private final List<Role> roles = new ArrayList<>();

  private Task(Part component, Data data, Images images, Shape shape) {
    this.component = component;
    this.data = data;
    this.images = images;
    var name = component.named(shape.family());
    var starter = starter(shape);
    var own =
        Roles.forService(
            name,
            "ecs-tasks.amazonaws.com",
            component.options(),
            shape.needs().toArray(Statement[]::new));
    roles.addAll(List.of(starter, own));
    definition =
        new TaskDefinition(
            name,
            TaskDefinitionArgs.builder()
                .family(name)
                .requiresCompatibilities("FARGATE")
                .networkMode("awsvpc")
                .runtimePlatform(
                    TaskDefinitionRuntimePlatformArgs.builder()
                        .cpuArchitecture("ARM64")
                        .operatingSystemFamily("LINUX")
                        .build())
                .cpu(Integer.toString(plan().cpuUnits()))
                .memory(Integer.toString(plan().memoryMb()))
                .executionRoleArn(starter.arn())
                .taskRoleArn(own.arn())
                .containerDefinitions(Json.text(shape.containers()))
                .volumes(TaskDefinitionVolumeArgs.builder().name(SCRATCH).build())
                .build(),
            component.options());
  }

  private record Shape(
      String family,
      List<Object> containers,
      List<String> secrets,
      List<Output<String>> logGroups,
      List<Statement> needs) {}

  static Task service(Part component, Data data, Images images, Logs logs) {
    var collector = new Collector(component, images, logs);
    var log = logs.group("service");
    var secrets =
        List.of(
            Vault.DATABASE_URL,
            Vault.REDIS_URL,
            Vault.TOKEN_KEYS,
            Vault.DATA_KEYS,
            Vault.ADMIN_PASSWORD);
    var container =
        container(component, data, images, "service", secrets)
            .with("memory", component.context().environment().compute().memoryMb() - Collector.MEMORY_MB)
            .with("environment", Container.pairs(Settings.of(component.context()), "value"))
            .with("portMappings", List.of(Map.of("containerPort", Ports.API, "protocol", "tcp")))
            .loggingTo(log.name());
    var shape =
        new Shape(
            "service",
            List.of(container.definition(), collector.container()),
            secrets,
            List.of(log.arn(), collector.logs()),
            collector.needs());
    return new Task(component, data, images, shape);
  }

  /** By the owner's role, once, before the service changes. */
  static Task migration(Part component, Data data, Images images, Logs logs) {
    var log = logs.group("migration");
    var secrets = List.of(Vault.DATABASE_URL, Vault.MIGRATION_URL);
    var container =
        container(component, data, images, "migration", secrets)
            .with("command", List.of("--migrate"))
            .with("environment", Container.pairs(Map.of("DATABASE_POOLER", "transaction"), "value"))
            .loggingTo(log.name());
    return new Task(
        component,
        data,
        images,
        new Shape(
            "migration", List.of(container.definition()), secrets, List.of(log.arn()), List.of()));
  }

  private static Container container(
      Part component, Data data, Images images, String name, List<String> secrets) {
    var from = new LinkedHashMap<String, Object>();
    secrets.forEach(secret -> from.put(secret, data.vault().of(secret)));
    return new Container(component, name, images.service())
        .with("essential", true)
        .with("stopTimeout", 60)
        .with("secrets", Container.pairs(from, "valueFrom"))
        .with(
            "mountPoints",
            List.of(Map.of("sourceVolume", SCRATCH, "containerPath", "/tmp", "readOnly", false)));
  }

  /** What ECS itself may do before the container is there: fetch it, and what it is told. */
  private Role starter(Shape shape) {
    var secrets = shape.secrets().stream().map(data.vault()::of).toList();
    var streams =
        shape.logGroups().stream().map(arn -> arn.applyValue(each -> each + ":*")).toList();
    return Roles.forService(
        component.named(shape.family() + "-start"),
        "ecs-tasks.amazonaws.com",
        component.options(),
        Statement.allow(Statement.ANY, "ecr:GetAuthorizationToken"),
        Statement.allow(
            images.arns(),
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage"),
        Statement.allow(secrets, "secretsmanager:GetSecretValue"),
        Statement.allow(data.key().arn(), "kms:Decrypt"),
        Statement.allow(streams, "logs:CreateLogStream", "logs:PutLogEvents"));
  }

  private ComputePlan plan() {
    return component.context().environment().compute();
  }

  Output<String> arn() {
    return definition.arn();
  }

  /** Who starts it must be allowed to hand these on. */
  List<Output<String>> roles() {
    return roles.stream().map(Role::arn).toList();
  }
}
