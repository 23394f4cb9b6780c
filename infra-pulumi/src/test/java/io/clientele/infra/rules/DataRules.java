package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules for PostgreSQL and its proxy. */
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
        is("RDS.5", "a standby in another zone takes over", "multiAz", true),
        is("RDS.16, RDS.17", "snapshots carry the tags", "copyTagsToSnapshot", true),
        database(
            "RDS.11",
            "backups are stored for at least 7 days",
            node -> node.number("backupRetentionPeriod") >= 7,
            "backupRetentionPeriod",
            6.0),
        database(
            "CKV_AWS_16, CLIENTELE.own-key",
            "data is encrypted with a customer-managed key",
            node -> node.text("kmsKeyId").contains("Key:"),
            "kmsKeyId",
            null));
  }

  private static List<StackRule> guarded() {
    return List.of(
        is("RDS.2", "the server is not publicly accessible", "publiclyAccessible", false),
        is("RDS.8", "deletion protection is on", "deletionProtection", true),
        is("RDS.10", "IAM authentication is on", "iamDatabaseAuthenticationEnabled", true),
        is("RDS.13", "minor versions are upgraded automatically", "autoMinorVersionUpgrade", true),
        is(
            "CLIENTELE.password-rotation",
            "RDS creates and rotates the owner's password",
            "manageMasterUserPassword",
            true),
        database(
            "RDS.25",
            "the owner's name is not a common default",
            node -> !GUESSED_NAMES.contains(node.text("username")),
            "username",
            "postgres"),
        database(
            "CKV_AWS_211",
            "the server certificate is issued by a current CA",
            node -> node.text("caCertIdentifier").endsWith("-g1"),
            "caCertIdentifier",
            "rds-ca-2019"),
        StackRule.eachIn(
            "RDS.38",
            "connections without TLS are rejected",
            DATABASE,
            (graph, node) -> isSet(graph, "rds.force_ssl", "1"),
            graph -> graph.set(PARAMETERS, "data", "parameters.0.value", "0")));
  }

  private static List<StackRule> observed() {
    return List.of(
        database(
            "RDS.6",
            "enhanced monitoring is on",
            node -> node.number("monitoringInterval") > 0,
            "monitoringInterval",
            0.0),
        database(
            "RDS.9, RDS.36",
            "the PostgreSQL log is exported to CloudWatch",
            node -> node.texts("enabledCloudwatchLogsExports").contains("postgresql"),
            "enabledCloudwatchLogsExports",
            List.of("upgrade")),
        is("CKV_AWS_353", "Performance Insights is on", "performanceInsightsEnabled", true),
        database(
            "CKV_AWS_354",
            "Performance Insights is encrypted with a customer-managed key",
            node -> node.at("performanceInsightsKmsKeyId").isPresent(),
            "performanceInsightsKmsKeyId",
            null),
        StackRule.eachIn(
            "CKV2_AWS_30",
            "slow statements and DDL are logged",
            DATABASE,
            (graph, node) ->
                isSet(graph, "log_statement", "ddl")
                    && isSet(graph, "log_min_duration_statement", "1000"),
            graph -> graph.set(PARAMETERS, "data", "parameters.1.value", "none")),
        StackRule.eachIn(
            "CLIENTELE.no-values-in-log",
            "the PostgreSQL log contains no values of statements and constraints",
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
            "CLIENTELE.proxy-tls",
            "the proxy requires TLS",
            PROXY,
            node -> node.is("requireTls"),
            graph -> graph.set(PROXY, "proxy", "requireTls", false)),
        StackRule.each(
            "CLIENTELE.no-statements-in-log",
            "the proxy logs no statements",
            PROXY,
            node -> !node.is("debugLogging"),
            graph -> graph.set(PROXY, "proxy", "debugLogging", true)),
        StackRule.whole(
            "CLIENTELE.data-subnets",
            "data stores and the proxy are in the data subnets",
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

  private static StackRule is(String id, String text, String property, boolean required) {
    return database(id, text, node -> node.is(property) == required, property, !required);
  }

  private static StackRule database(
      String id, String text, Predicate<ResourceNode> holds, String property, Object invalid) {
    return StackRule.each(
        id, text, DATABASE, holds, graph -> graph.set(DATABASE, "data", property, invalid));
  }
}
