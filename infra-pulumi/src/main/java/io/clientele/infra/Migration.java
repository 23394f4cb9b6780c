package io.clientele.infra;

import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.lambda.Function;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.aws.lambda.Invocation;
import com.pulumi.aws.lambda.InvocationArgs;
import com.pulumi.aws.lambda.inputs.FunctionEnvironmentArgs;
import com.pulumi.aws.lambda.inputs.FunctionLoggingConfigArgs;
import com.pulumi.aws.lambda.inputs.FunctionTracingConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Migrates as a task of its own whenever the image changes, and lets the service change only when
 * that has ended well. Pulumi waits for a function, the function for the task.
 */
final class Migration {
  private static final int TIMEOUT_SECONDS = 900;

  private final Part component;
  private final Function function;
  private final Invocation invocation;

  Migration(
      Part component,
      ServiceDependencies needs,
      Output<String> clusterName,
      Task task,
      Logs logs) {
    this.component = component;
    var log = logs.group("migrate");
    function = function(role(needs.data(), task, log), log, variables(needs, clusterName));
    var input = Json.text(Map.of("taskDefinition", task.arn()));
    invocation =
        new Invocation(
            component.named("migrate"),
            InvocationArgs.builder()
                .functionName(function.name())
                .input(input)
                .triggers(task.arn().applyValue(arn -> Map.of("task", arn)))
                .build(),
            component.options());
  }

  private Function function(Role role, LogGroup log, Output<Map<String, String>> variables) {
    return new Function(
        component.named("migrate"),
        FunctionArgs.builder()
            .name(component.named("migrate"))
            .runtime("python3.13")
            .architectures("arm64")
            .handler("migrate.handler")
            .code(
                new AssetArchive(
                    Map.of("migrate.py", new StringAsset(Resources.text("migrate.py")))))
            .role(role.arn())
            .memorySize(256)
            .timeout(TIMEOUT_SECONDS)
            .reservedConcurrentExecutions(1)
            .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
            .loggingConfig(
                FunctionLoggingConfigArgs.builder().logFormat("JSON").logGroup(log.name()).build())
            .environment(FunctionEnvironmentArgs.builder().variables(variables).build())
            .build(),
        component.options());
  }

  private Output<Map<String, String>> variables(
      ServiceDependencies needs, Output<String> clusterName) {
    var data = needs.data();
    var vault = data.vault();
    var network = needs.network();
    var names =
        List.of(
            "OWNER",
            "MIGRATION_URL",
            "DATABASE_URL",
            "PROXY_LOGIN",
            "DATABASE_HOST",
            "PROXY_HOST",
            "CLUSTER",
            "SECURITY_GROUP",
            "SUBNETS");
    return Output.all(
            data.ownerSecret(),
            vault.of(Vault.MIGRATION_URL),
            vault.of(Vault.DATABASE_URL),
            vault.proxyLogin(),
            data.address(),
            data.pooler().endpoint(),
            clusterName,
            network.doors().migration(),
            network.subnets().tasks().applyValue(ids -> String.join(",", ids)))
        .applyValue(values -> zipped(names, values));
  }

  private static Map<String, String> zipped(List<String> names, List<String> values) {
    var all = new TreeMap<String, String>();
    for (var i = 0; i < names.size(); i++) {
      all.put(names.get(i), values.get(i));
    }
    return all;
  }

  private Role role(Data data, Task task, LogGroup log) {
    var vault = data.vault();
    var context = component.context();
    var family = context.arn("ecs", "task-definition/" + component.named("migration") + ":*");
    var tasks = context.arn("ecs", "task/" + component.named("cluster") + "/*");
    return Roles.forService(
        component.named("migrate"),
        "lambda.amazonaws.com",
        component.options(),
        Statement.allow(data.ownerSecret(), "secretsmanager:GetSecretValue"),
        Statement.allow(
            List.of(
                vault.of(Vault.MIGRATION_URL), vault.of(Vault.DATABASE_URL), vault.proxyLogin()),
            "secretsmanager:PutSecretValue",
            "secretsmanager:DescribeSecret"),
        Statement.allow(Statement.ANY, "secretsmanager:GetRandomPassword"),
        Statement.allow(data.key().arn(), "kms:Decrypt", "kms:GenerateDataKey"),
        Statement.allow(family, "ecs:RunTask"),
        Statement.allow(tasks, "ecs:DescribeTasks"),
        Statement.allow(task.roles(), "iam:PassRole")
            .when("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        Statement.allow(
            log.arn().applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"),
        Statement.allow(Statement.ANY, "xray:PutTraceSegments", "xray:PutTelemetryRecords"));
  }

  /** The service may change after this. */
  Resource done() {
    return invocation;
  }
}
