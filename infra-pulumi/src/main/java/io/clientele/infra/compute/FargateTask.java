package io.clientele.infra.compute;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ecs.TaskDefinition;
import com.pulumi.aws.ecs.TaskDefinitionArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionRuntimePlatformArgs;
import com.pulumi.aws.ecs.inputs.TaskDefinitionVolumeArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.OutputJson;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.config.ComputePlan;
import io.clientele.infra.data.PostgresDatabase;
import io.clientele.infra.data.ServiceSecrets;
import io.clientele.infra.network.TcpPorts;
import io.clientele.infra.observability.LogGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A Fargate task definition and its roles, of the service or of its migration. */
final class FargateTask {
  /** The only writable directory of a task. Its content is lost with the task. */
  private static final String SCRATCH = "scratch";

  private final Component component;
  private final PostgresDatabase database;
  private final ImageRepositories images;
  private final TaskDefinition definition;
  private final List<Role> roles = new ArrayList<>();

  private FargateTask(
      Component component, PostgresDatabase database, ImageRepositories images, Shape shape) {
    this.component = component;
    this.database = database;
    this.images = images;
    var name = component.named(shape.family());
    var executionRole = executionRole(shape);
    var taskRole =
        IamRoles.forService(
            name,
            "ecs-tasks.amazonaws.com",
            component.options(),
            shape.permissions().toArray(PolicyStatement[]::new));
    roles.addAll(List.of(executionRole, taskRole));
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
                .executionRoleArn(executionRole.arn())
                .taskRoleArn(taskRole.arn())
                .containerDefinitions(OutputJson.text(shape.containers()))
                .volumes(TaskDefinitionVolumeArgs.builder().name(SCRATCH).build())
                .build(),
            component.options());
  }

  private record Shape(
      String family,
      List<Object> containers,
      List<String> secrets,
      List<Output<String>> logGroups,
      List<PolicyStatement> permissions) {}

  static FargateTask service(
      Component component,
      PostgresDatabase database,
      ImageRepositories images,
      LogGroup log,
      TelemetryCollector collector) {
    var secrets = serviceSecrets(component);
    var container =
        container(component, database, images, "service", secrets)
            .with(
                "memory",
                component.context().environment().compute().memoryMb()
                    - TelemetryCollector.MEMORY_MB)
            .with(
                "environment",
                ContainerDefinition.pairs(ServiceEnvironment.of(component.context()), "value"))
            .with("portMappings", List.of(port(TcpPorts.API), port(TcpPorts.STORE)))
            .loggingTo(log.name());
    var shape =
        new Shape(
            "service",
            List.of(container.definition(), collector.container()),
            secrets,
            List.of(log.arn(), collector.logs()),
            collector.permissions());
    return new FargateTask(component, database, images, shape);
  }

  private static List<String> serviceSecrets(Component component) {
    var secrets =
        new ArrayList<>(
            List.of(
                ServiceSecrets.DATABASE_URL,
                ServiceSecrets.REDIS_URL,
                ServiceSecrets.TOKEN_KEYS,
                ServiceSecrets.DATA_KEYS,
                ServiceSecrets.ADMIN_PASSWORD));
    if (component.context().environment().database().hasReplica()) {
      secrets.add(ServiceSecrets.DATABASE_REPLICA_URL);
    }
    if (component.context().environment().settings().mailFrom().isPresent()) {
      secrets.add(ServiceSecrets.SMTP_URL);
    }
    return List.copyOf(secrets);
  }

  /** The first migration fixes the number of shards. */
  private static Map<String, Object> migrationSettings(Component component) {
    return Map.of(
        "DATABASE_POOLER",
        "transaction",
        "VIEWS_SHARDS",
        Integer.toString(component.context().environment().viewShards()));
  }

  /** The task that runs {@code --migrate} before the service changes. */
  static FargateTask migration(
      Component component, PostgresDatabase database, ImageRepositories images, LogGroups logs) {
    var log = logs.create("migration");
    var secrets = List.of(ServiceSecrets.DATABASE_URL, ServiceSecrets.MIGRATION_URL);
    var container =
        container(component, database, images, "migration", secrets)
            .with("command", List.of("--migrate"))
            .with("environment", ContainerDefinition.pairs(migrationSettings(component), "value"))
            .loggingTo(log.name());
    return new FargateTask(
        component,
        database,
        images,
        new Shape(
            "migration", List.of(container.definition()), secrets, List.of(log.arn()), List.of()));
  }

  private static ContainerDefinition container(
      Component component,
      PostgresDatabase database,
      ImageRepositories images,
      String name,
      List<String> secrets) {
    var from = new LinkedHashMap<String, Object>();
    secrets.forEach(secret -> from.put(secret, database.secrets().arn(secret)));
    return new ContainerDefinition(component, name, images.service())
        .with("essential", true)
        .with("stopTimeout", 60)
        .with("secrets", ContainerDefinition.pairs(from, "valueFrom"))
        .with(
            "mountPoints",
            List.of(Map.of("sourceVolume", SCRATCH, "containerPath", "/tmp", "readOnly", false)));
  }

  private static Map<String, Object> port(int number) {
    return Map.of("containerPort", number, "protocol", "tcp");
  }

  /** The execution role: ECS uses it to pull the image, read the secrets and write the log. */
  private Role executionRole(Shape shape) {
    var secrets = shape.secrets().stream().map(database.secrets()::arn).toList();
    var streams =
        shape.logGroups().stream().map(arn -> arn.applyValue(each -> each + ":*")).toList();
    return IamRoles.forService(
        component.named(shape.family() + "-start"),
        "ecs-tasks.amazonaws.com",
        component.options(),
        PolicyStatement.allow(PolicyStatement.ANY, "ecr:GetAuthorizationToken"),
        PolicyStatement.allow(
            images.arns(),
            "ecr:BatchCheckLayerAvailability",
            "ecr:GetDownloadUrlForLayer",
            "ecr:BatchGetImage"),
        PolicyStatement.allow(secrets, "secretsmanager:GetSecretValue"),
        PolicyStatement.allow(database.key().arn(), "kms:Decrypt"),
        PolicyStatement.allow(streams, "logs:CreateLogStream", "logs:PutLogEvents"));
  }

  private ComputePlan plan() {
    return component.context().environment().compute();
  }

  Output<String> arn() {
    return definition.arn();
  }

  /** The roles that a caller of {@code ecs:RunTask} must be allowed to pass. */
  List<Output<String>> roles() {
    return roles.stream().map(Role::arn).toList();
  }
}
