package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for images, the service, its scaling and the migration function. */
final class ComputeRules {
  static final String SERVICE = "ecs/service:Service";
  private static final String CLUSTER = "ecs/cluster:Cluster";
  private static final String REPOSITORY = "ecr/repository:Repository";
  private static final String ECR_LIFECYCLE = "ecr/lifecyclePolicy:LifecyclePolicy";
  private static final String SCALABLE = "appautoscaling/target:Target";
  private static final String POLICY = "appautoscaling/policy:Policy";
  private static final String FUNCTION = "lambda/function:Function";

  private ComputeRules() {}

  static List<StackRule> all() {
    return Stream.of(service(), scaling(), images(), function()).flatMap(List::stream).toList();
  }

  private static List<StackRule> service() {
    return List.of(
        StackRule.each(
            "ECS.2",
            "tasks have no public address",
            SERVICE,
            node -> !node.is("networkConfiguration.assignPublicIp"),
            graph -> graph.set(SERVICE, "service", "networkConfiguration.assignPublicIp", true)),
        StackRule.each(
            "ECS.10",
            "tasks run on the latest platform version",
            SERVICE,
            node -> node.text("platformVersion").equals("LATEST"),
            graph -> graph.set(SERVICE, "service", "platformVersion", "1.3.0")),
        StackRule.each(
            "ECS.12",
            "container insights are on",
            CLUSTER,
            node -> node.text("settings.0.value").matches("enabled|enhanced"),
            graph -> graph.set(CLUSTER, "cluster", "settings.0.value", "disabled")),
        StackRule.each(
            "CLIENTELE.rollback",
            "a failed deployment is rolled back",
            SERVICE,
            node ->
                node.is("deploymentCircuitBreaker.enable")
                    && node.is("deploymentCircuitBreaker.rollback"),
            graph -> graph.set(SERVICE, "service", "deploymentCircuitBreaker.rollback", false)),
        StackRule.each(
            "CLIENTELE.rolling-update",
            "a deployment stops no task before its replacement is healthy",
            SERVICE,
            node -> node.number("deploymentMinimumHealthyPercent") >= 100,
            graph -> graph.set(SERVICE, "service", "deploymentMinimumHealthyPercent", 50.0)),
        StackRule.each(
            "CLIENTELE.migration-first",
            "the service depends on the migration",
            SERVICE,
            node -> node.dependsOn().stream().anyMatch(other -> other.endsWith("-migrate")),
            graph -> graph.edit(SERVICE, "service", ResourceNode::independent)));
  }

  private static List<StackRule> scaling() {
    return List.of(
        StackRule.eachIn(
            "CLIENTELE.scaling",
            "the service scales by CPU and by requests",
            SCALABLE,
            (graph, node) -> metrics(graph).equals(List.of("ALB", "ECS")),
            graph -> graph.without(POLICY, "requests")),
        StackRule.each(
            "CLIENTELE.task-count",
            "the service runs at least one task and may add some, within a bound",
            SCALABLE,
            node ->
                node.number("minCapacity") >= 1
                    && node.number("maxCapacity") >= 4
                    && node.number("maxCapacity") <= 100,
            graph -> graph.set(SCALABLE, "tasks", "maxCapacity", 400.0)),
        StackRule.whole(
            "CLIENTELE.cpu-target",
            "autoscaling targets 70 % CPU",
            graph ->
                Stream.of(graph.one(POLICY, "cpu"))
                    .filter(
                        node ->
                            node.number("targetTrackingScalingPolicyConfiguration.targetValue")
                                != 70)
                    .map(ResourceNode::name),
            graph ->
                graph.set(
                    POLICY, "cpu", "targetTrackingScalingPolicyConfiguration.targetValue", 95.0)));
  }

  private static List<StackRule> images() {
    return List.of(
        StackRule.each(
            "ECR.1",
            "images are scanned on push",
            REPOSITORY,
            node -> node.is("imageScanningConfiguration.scanOnPush"),
            graph ->
                graph.set(REPOSITORY, "service", "imageScanningConfiguration.scanOnPush", false)),
        StackRule.each(
            "ECR.2",
            "image tags are immutable",
            REPOSITORY,
            node -> node.text("imageTagMutability").equals("IMMUTABLE"),
            graph -> graph.set(REPOSITORY, "collector", "imageTagMutability", "MUTABLE")),
        StackRule.eachIn(
            "ECR.3",
            "old images expire",
            REPOSITORY,
            (graph, node) ->
                graph
                    .all(ECR_LIFECYCLE)
                    .anyMatch(policy -> policy.text("repository").equals(node.name())),
            graph -> graph.without(ECR_LIFECYCLE, "service")),
        StackRule.each(
            "CKV_AWS_136",
            "repositories are encrypted with a customer-managed key",
            REPOSITORY,
            node -> node.text("encryptionConfigurations.0.encryptionType").equals("KMS"),
            graph ->
                graph.set(
                    REPOSITORY, "service", "encryptionConfigurations.0.encryptionType", "AES256")));
  }

  private static List<StackRule> function() {
    return List.of(
        StackRule.each(
            "Lambda.2",
            "functions use a supported runtime",
            FUNCTION,
            node -> node.text("runtime").equals("python3.13"),
            graph -> graph.set(FUNCTION, "migrate", "runtime", "python3.8")),
        StackRule.each(
            "CKV_AWS_50",
            "functions have active tracing",
            FUNCTION,
            node -> node.text("tracingConfig.mode").equals("Active"),
            graph -> graph.set(FUNCTION, "migrate", "tracingConfig.mode", "PassThrough")),
        StackRule.each(
            "CLIENTELE.unreserved",
            "functions reserve no concurrency, which a new account (10 in all) refuses",
            FUNCTION,
            node -> node.at("reservedConcurrentExecutions").isEmpty(),
            graph -> graph.set(FUNCTION, "migrate", "reservedConcurrentExecutions", 1.0)),
        StackRule.each(
            "CKV_AWS_117",
            "functions run in the VPC",
            FUNCTION,
            node -> node.at("vpcConfig").isPresent(),
            graph ->
                graph.plus(
                    NetworkRules.node(
                        FUNCTION,
                        "other",
                        Map.of(
                            "runtime", "python3.13", "tracingConfig", Map.of("mode", "Active"))))));
  }

  private static List<String> metrics(ResourceGraph graph) {
    return graph
        .all(POLICY)
        .map(
            node ->
                node.text(
                    "targetTrackingScalingPolicyConfiguration.predefinedMetricSpecification"
                        + ".predefinedMetricType"))
        .map(type -> type.substring(0, 3))
        .sorted()
        .toList();
  }
}
