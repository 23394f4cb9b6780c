package io.clientele.infra.compute;

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
import io.clientele.infra.component.BundledFile;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.OutputJson;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.data.PostgresDatabase;
import io.clientele.infra.data.ServiceSecrets;
import io.clientele.infra.observability.LogGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Lambda function that runs the migration when its task definition or the database server
 * changes. Pulumi waits for the function, and the function for the task.
 */
final class MigrationFunction {
  private static final int TIMEOUT_SECONDS = 900;

  private final Component component;
  private final Function function;
  private final Invocation invocation;

  MigrationFunction(
      Component component,
      ServiceDependencies needs,
      Output<String> clusterName,
      FargateTask task,
      LogGroups logs) {
    this.component = component;
    var log = logs.create("migrate");
    function = function(role(needs.database(), task, log), log, variables(needs, clusterName));
    var input = OutputJson.text(Map.of("taskDefinition", task.arn()));
    invocation =
        new Invocation(
            component.named("migrate"),
            InvocationArgs.builder()
                .functionName(function.name())
                .input(input)
                // A restored server may have an older schema.
                .triggers(
                    Output.tuple(task.arn(), needs.database().address())
                        .applyValue(known -> Map.of("task", known.t1, "server", known.t2)))
                .build(),
            component.options(needs.database().proxyTarget()));
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
                    Map.of(
                        "migrate.py",
                        new StringAsset(BundledFile.text(MigrationFunction.class, "migrate.py")))))
            .role(role.arn())
            .memorySize(256)
            .timeout(TIMEOUT_SECONDS)
            .tracingConfig(FunctionTracingConfigArgs.builder().mode("Active").build())
            .loggingConfig(
                FunctionLoggingConfigArgs.builder().logFormat("JSON").logGroup(log.name()).build())
            .environment(FunctionEnvironmentArgs.builder().variables(variables).build())
            .build(),
        component.options());
  }

  private Output<Map<String, String>> variables(
      ServiceDependencies needs, Output<String> clusterName) {
    var database = needs.database();
    var secrets = database.secrets();
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
    var fixed =
        Output.all(
                database.ownerSecret(),
                secrets.arn(ServiceSecrets.MIGRATION_URL),
                secrets.arn(ServiceSecrets.DATABASE_URL),
                secrets.proxyLogin(),
                database.address(),
                database.proxy().endpoint(),
                clusterName,
                network.securityGroups().migration(),
                network.subnets().taskIds().applyValue(ids -> String.join(",", ids)))
            .applyValue(values -> zipped(names, values));
    return database
        .replicaAddress()
        .map(address -> withReplica(fixed, address, secrets))
        .orElse(fixed);
  }

  private static Output<Map<String, String>> withReplica(
      Output<Map<String, String>> fixed, Output<String> address, ServiceSecrets secrets) {
    return Output.tuple(fixed, address, secrets.arn(ServiceSecrets.DATABASE_REPLICA_URL))
        .applyValue(
            known -> {
              var all = new TreeMap<>(known.t1);
              all.put("REPLICA_HOST", known.t2);
              all.put("DATABASE_REPLICA_URL", known.t3);
              return all;
            });
  }

  private static Map<String, String> zipped(List<String> names, List<String> values) {
    var all = new TreeMap<String, String>();
    for (var i = 0; i < names.size(); i++) {
      all.put(names.get(i), values.get(i));
    }
    return all;
  }

  private Role role(PostgresDatabase database, FargateTask task, LogGroup log) {
    var secrets = database.secrets();
    var context = component.context();
    var family = context.arn("ecs", "task-definition/" + component.named("migration") + ":*");
    var tasks = context.arn("ecs", "task/" + component.named("cluster") + "/*");
    return IamRoles.forService(
        component.named("migrate"),
        "lambda.amazonaws.com",
        component.options(),
        PolicyStatement.allow(
            List.of(database.ownerSecret(), secrets.proxyLogin()), "secretsmanager:GetSecretValue"),
        PolicyStatement.allow(
            written(secrets), "secretsmanager:PutSecretValue", "secretsmanager:DescribeSecret"),
        PolicyStatement.allow(PolicyStatement.ANY, "secretsmanager:GetRandomPassword"),
        PolicyStatement.allow(database.key().arn(), "kms:Decrypt", "kms:GenerateDataKey"),
        PolicyStatement.allow(family, "ecs:RunTask"),
        PolicyStatement.allow(tasks, "ecs:DescribeTasks"),
        PolicyStatement.allow(task.roles(), "iam:PassRole")
            .condition("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        PolicyStatement.allow(
            log.arn().applyValue(arn -> arn + ":*"), "logs:CreateLogStream", "logs:PutLogEvents"),
        PolicyStatement.allow(
            PolicyStatement.ANY, "xray:PutTraceSegments", "xray:PutTelemetryRecords"));
  }

  private List<Output<String>> written(ServiceSecrets secrets) {
    var all = new ArrayList<Output<String>>();
    all.add(secrets.arn(ServiceSecrets.MIGRATION_URL));
    all.add(secrets.arn(ServiceSecrets.DATABASE_URL));
    all.add(secrets.proxyLogin());
    if (component.context().environment().database().hasReplica()) {
      all.add(secrets.arn(ServiceSecrets.DATABASE_REPLICA_URL));
    }
    return all;
  }

  /** The resource that a resource must depend on to be changed after the migration. */
  Resource completed() {
    return invocation;
  }
}
