package io.clientele.infra.mutations;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Weakens a stack in every way that this class knows, one argument at a time: booleans are flipped,
 * limits become huge or nothing, encryption and references disappear, and resources that protect
 * something are deleted. {@link PolicyMutations} weakens policies, and {@link AccessMutations}
 * opens the network, containers and buckets.
 */
final class StackMutations {
  private static final double HUGE = 2_000_000_000;

  /** Booleans that protect nothing: addresses, names in DNS, tags and publication. */
  private static final Pattern HARMLESS_BOOLEAN =
      Pattern.compile(
          "(isIpv6Enabled|publish|enableDns\\w+|allowOverwrite|aliases.*|enableEcsManagedTags|enabled"
              + "|compress|.*\\.compress)");

  /** Limits and times that protect something. */
  private static final Pattern LIMIT =
      Pattern.compile(
          ".*(limit|retentionInDays|backupRetentionPeriod|snapshotRetentionLimit|maxCapacity|targetValue"
              + "|monitoringInterval|deregistrationDelay|deploymentMinimumHealthyPercent"
              + "|deletionWindowInDays|recoveryWindowInDays|performanceInsightsRetentionPeriod"
              + "|maxConnectionsPercent|connectionBorrowTimeout|replicasPerNodeGroup|maxAllocatedStorage"
              + "|healthCheck\\.\\w+hreshold|healthCheck\\.interval|errorCachingMinTtl|fromPort|toPort"
              + "|accessControlMaxAgeSec|timeout|originReadTimeout|evaluationWindowSec|expiration\\.days"
              + "|noncurrentDays|scaleInCooldown|minCapacity|desiredCount|responseCode"
              + "|healthCheckGracePeriodSeconds|idleTimeout)");

  /** Strings with a weaker value that AWS accepts too. */
  private static final Map<String, Object> WEAKER =
      Map.ofEntries(
          Map.entry("sslPolicy", "ELBSecurityPolicy-2016-08"),
          Map.entry("minimumProtocolVersion", "TLSv1"),
          Map.entry("viewerProtocolPolicy", "allow-all"),
          Map.entry("originProtocolPolicy", "http-only"),
          Map.entry("objectOwnership", "ObjectWriter"),
          Map.entry("sseAlgorithm", "none"),
          Map.entry("imageTagMutability", "MUTABLE"),
          Map.entry("encryptionType", "AES256"),
          Map.entry("matcher", "200-599"),
          Map.entry("desyncMitigationMode", "monitor"),
          Map.entry("xffHeaderProcessingMode", "append"),
          Map.entry("transitEncryptionMode", "preferred"),
          Map.entry("signingBehavior", "never"),
          Map.entry("trafficType", "REJECT"),
          Map.entry("scope", "REGIONAL"),
          Map.entry("aggregateKeyType", "FORWARDED_IP"),
          Map.entry("caCertIdentifier", "rds-ca-2019"),
          Map.entry("clientPasswordAuthType", "POSTGRES_MD5"),
          Map.entry("validationMethod", "EMAIL"),
          Map.entry("availabilityZoneRebalancing", "DISABLED"),
          Map.entry("platformVersion", "1.3.0"),
          Map.entry("runtime", "python3.8"),
          Map.entry("clusterMode", "disabled"),
          Map.entry("fieldType", "HTTP_VERSION"),
          Map.entry("overrideAction", Map.of("count", Map.of())),
          Map.entry("protocol", "HTTP"),
          Map.entry("path", "/"));

  /** References whose absence leaves something open, unencrypted or unwatched. */
  private static final Set<String> REQUIRED =
      Set.of(
          "kmsKeyId",
          "kmsKeyArn",
          "kmsKey",
          "kmsMasterKeyId",
          "performanceInsightsKmsKeyId",
          "webAclId",
          "responseHeadersPolicyId",
          "originAccessControlId",
          "authToken",
          "policy",
          "vpcSecurityGroupIds",
          "securityGroupIds",
          "securityGroups",
          "parameterGroupName",
          "subnetGroupName",
          "dbSubnetGroupName",
          "logDestination",
          "alarmActions",
          "enabledCloudwatchLogsExports",
          "customErrorResponses",
          "dataProtectionConfig",
          "redactedFields",
          "recordFields",
          "logDeliveryConfigurations",
          "deploymentCircuitBreaker",
          "allowedAccountIds",
          "assumeRolePolicy",
          "conditions",
          "customResponse",
          "functionAssociations",
          "finalSnapshotIdentifier");

  /** Resources without which something is open, unwatched or never undone. */
  private static final Pattern PROTECTIVE =
      Pattern.compile(
          "aws:(s3/bucket(?!V2:).*|cloudwatch/(metricAlarm|logDelivery|dashboard).*|wafv2/.*"
              + "|sns/topic(Subscription|Policy).*|appautoscaling/.*|ecr/lifecyclePolicy.*|ec2/flowLog.*"
              + "|ec2/defaultSecurityGroup.*|ec2/vpcEndpoint.*|vpc/securityGroup.*|lb/listenerRule.*"
              + "|lambda/invocation.*|rds/proxyTarget.*|secretsmanager/secret:.*|iam/rolePolicy.*)");

  private final ResourceGraph graph;
  private final List<Mutation> all = new ArrayList<>();

  private StackMutations(ResourceGraph graph) {
    this.graph = graph;
  }

  static List<Mutation> of(ResourceGraph graph) {
    var mutations = new StackMutations(graph);
    graph.nodes().forEach(mutations::resource);
    mutations.all.addAll(PolicyMutations.of(graph));
    mutations.all.addAll(AccessMutations.of(graph));
    mutations.all.addAll(AlarmMutations.of(graph));
    return List.copyOf(mutations.all);
  }

  private void resource(ResourceNode node) {
    leaves(node, "", node.inputs());
    if (PROTECTIVE.matcher(node.type()).matches()) {
      all.add(new Mutation(named(node, "deleted"), graph.without(node::equals)));
    }
    if (node.isProtected()) {
      change(node, "protect: false", ResourceNode::unprotected);
    }
    if (!node.dependsOn().isEmpty() && node.type().startsWith("aws:")) {
      change(node, "dependsOn: nothing", ResourceNode::independent);
    }
  }

  private void leaves(ResourceNode node, String path, Object value) {
    var last = path.substring(path.lastIndexOf('.') + 1);
    if (REQUIRED.contains(last)) {
      set(node, path, null);
    }
    if (WEAKER.containsKey(last) && !WEAKER.get(last).equals(value)) {
      set(node, path, WEAKER.get(last));
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> leaves(node, join(path, String.valueOf(key)), each));
    } else if (value instanceof List<?> list) {
      for (var i = 0; i < list.size(); i++) {
        leaves(node, join(path, String.valueOf(i)), list.get(i));
      }
    } else if (value instanceof Boolean is && !HARMLESS_BOOLEAN.matcher(path).matches()) {
      set(node, path, !is);
    } else if (value instanceof Number number && LIMIT.matcher(path).matches()) {
      set(node, path, HUGE);
      if (number.doubleValue() != 0) {
        set(node, path, 0.0);
      }
    }
  }

  private static String join(String path, String step) {
    return path.isEmpty() ? step : path + "." + step;
  }

  private void set(ResourceNode node, String path, Object value) {
    change(node, path + ": " + value, each -> each.with(path, value));
  }

  private void change(ResourceNode node, String text, UnaryOperator<ResourceNode> change) {
    all.add(new Mutation(named(node, text), graph.replaced(node, change.apply(node))));
  }

  static String named(ResourceNode node, String text) {
    return node.type().replaceAll(".*:", "") + " " + node.name() + ": " + text;
  }
}
