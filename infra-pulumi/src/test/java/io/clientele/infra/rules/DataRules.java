package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** PostgreSQL and what pools its connections. */
final class DataRules {
  static final String DATABASE = "rds/instance:Instance";
  static final String PROXY = "rds/proxy:Proxy";
  private static final String PARAMETERS = "rds/parameterGroup:ParameterGroup";
  private static final Set<String> GUESSED_NAMES =
      Set.of("postgres", "admin", "root", "master", "");

  private DataRules() {}

  static List<StackRule> all() {
    return Stream.of(stored(), guarded(), observed(), proxy()).flatMap(List::stream).toList();
  }

  private static List<StackRule> stored() {
    return List.of(
        is("RDS.3", "storage is encrypted", "storageEncrypted", true),
        is("RDS.5", "another zone takes over", "multiAz", true),
        is("RDS.16, RDS.17", "snapshots carry the tags", "copyTagsToSnapshot", true),
        database(
            "RDS.11",
            "backups reach back a week",
            node -> node.number("backupRetentionPeriod") >= 7,
            "backupRetentionPeriod",
            6.0),
        database(
            "CKV_AWS_16, OURS.own-key",
            "the key is ours",
            node -> node.text("kmsKeyId").contains("Key:"),
            "kmsKeyId",
            null));
  }

  private static List<StackRule> guarded() {
    return List.of(
        is("RDS.2", "nobody outside gets to it", "publiclyAccessible", false),
        is("RDS.8", "it cannot be deleted by mistake", "deletionProtection", true),
        is("RDS.10", "roles of AWS may sign in", "iamDatabaseAuthenticationEnabled", true),
        is("RDS.13", "it takes minor versions by itself", "autoMinorVersionUpgrade", true),
        is(
            "OURS.rotated",
            "RDS makes and rotates the owner's password",
            "manageMasterUserPassword",
            true),
        database(
            "RDS.25",
            "its owner has no name that is tried first",
            node -> !GUESSED_NAMES.contains(node.text("username")),
            "username",
            "postgres"),
        database(
            "CKV_AWS_211",
            "its certificate is of the present authority",
            node -> node.text("caCertIdentifier").endsWith("-g1"),
            "caCertIdentifier",
            "rds-ca-2019"),
        StackRule.eachIn(
            "RDS.38",
            "it refuses what is not TLS",
            DATABASE,
            (graph, node) -> isSet(graph, "rds.force_ssl", "1"),
            graph -> graph.set(PARAMETERS, "data", "parameters.0.value", "0")));
  }

  private static List<StackRule> observed() {
    return List.of(
        database(
            "RDS.6",
            "its machine is watched",
            node -> node.number("monitoringInterval") > 0,
            "monitoringInterval",
            0.0),
        database(
            "RDS.9, RDS.36",
            "its log goes to CloudWatch",
            node -> node.texts("enabledCloudwatchLogsExports").contains("postgresql"),
            "enabledCloudwatchLogsExports",
            List.of("upgrade")),
        is("CKV_AWS_353", "it tells what it is busy with", "performanceInsightsEnabled", true),
        database(
            "CKV_AWS_354",
            "and that only to who has the key",
            node -> node.at("performanceInsightsKmsKeyId").isPresent(),
            "performanceInsightsKmsKeyId",
            null),
        StackRule.eachIn(
            "CKV2_AWS_30",
            "slow statements and changes of tables are logged",
            DATABASE,
            (graph, node) ->
                isSet(graph, "log_statement", "ddl")
                    && isSet(graph, "log_min_duration_statement", "1000"),
            graph -> graph.set(PARAMETERS, "data", "parameters.1.value", "none")),
        StackRule.eachIn(
            "OURS.no-values-in-log",
            "the log of the database holds no values of statements and constraints",
            DATABASE,
            (graph, node) ->
                isSet(graph, "log_error_verbosity", "terse")
                    && isSet(graph, "log_parameter_max_length", "0")
                    && isSet(graph, "log_parameter_max_length_on_error", "0"),
            graph -> graph.set(PARAMETERS, "data", "parameters.4.value", "1024")));
  }

  private static List<StackRule> proxy() {
    return List.of(
        StackRule.each(
            "OURS.proxy-tls",
            "the proxy refuses what is not TLS",
            PROXY,
            node -> node.is("requireTls"),
            graph -> graph.set(PROXY, "proxy", "requireTls", false)),
        StackRule.each(
            "OURS.no-statements-in-log",
            "the proxy logs no statements",
            PROXY,
            node -> !node.is("debugLogging"),
            graph -> graph.set(PROXY, "proxy", "debugLogging", true)),
        StackRule.whole(
            "OURS.data-subnets",
            "what is stored, and the way to it, stands where nothing leads out",
            graph ->
                Stream.of(
                        "rds/subnetGroup:SubnetGroup", "elasticache/subnetGroup:SubnetGroup", PROXY)
                    .flatMap(graph::all)
                    .filter(node -> !isInData(node))
                    .map(ResourceNode::name),
            graph ->
                graph.set(PROXY, "proxy", "vpcSubnetIds", List.of("clientele-prod-tasks-a-id"))));
  }

  private static boolean isInData(ResourceNode node) {
    var subnets =
        Stream.concat(node.texts("subnetIds").stream(), node.texts("vpcSubnetIds").stream())
            .toList();
    return subnets.size() == 3 && subnets.stream().allMatch(id -> id.contains("-data-"));
  }

  private static boolean isSet(ResourceGraph graph, String parameter, String value) {
    return graph.only(PARAMETERS).list("parameters").stream()
        .map(each -> (Map<?, ?>) each)
        .anyMatch(each -> parameter.equals(each.get("name")) && value.equals(each.get("value")));
  }

  private static StackRule is(String id, String text, String property, boolean wanted) {
    return database(id, text, node -> node.is(property) == wanted, property, !wanted);
  }

  private static StackRule database(
      String id, String text, Predicate<ResourceNode> holds, String property, Object wrong) {
    return StackRule.each(
        id, text, DATABASE, holds, graph -> graph.set(DATABASE, "data", property, wrong));
  }
}
