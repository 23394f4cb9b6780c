package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rules for security groups, subnets and routes. */
final class NetworkRules {
  static final String INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  static final String GROUP = "ec2/securityGroup:SecurityGroup";
  static final String SUBNET = "ec2/subnet:Subnet";
  private static final String DEFAULT_GROUP = "ec2/defaultSecurityGroup:DefaultSecurityGroup";
  private static final String FLOW_LOG = "ec2/flowLog:FlowLog";
  private static final String ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";
  private static final String ROUTE = "ec2/route:Route";
  private static final String ANY_ADDRESS = "0.0.0.0/0";
  private static final Set<String> ANY_ADDRESSES = Set.of(ANY_ADDRESS, "::/0");
  private static final Set<String> OPEN_PORTS = Set.of("80", "443");

  private NetworkRules() {}

  static List<StackRule> all() {
    return Stream.of(groups(), subnets(), connections()).flatMap(List::stream).toList();
  }

  private static List<StackRule> groups() {
    return List.of(
        StackRule.each(
            "EC2.2",
            "the default security group allows no traffic",
            DEFAULT_GROUP,
            group -> group.list("ingress").isEmpty() && group.list("egress").isEmpty(),
            graph ->
                graph.set(
                    DEFAULT_GROUP,
                    "closed",
                    "egress",
                    List.of(Map.of("protocol", "-1", "cidrBlocks", List.of(ANY_ADDRESS))))),
        StackRule.each(
            "EC2.18, EC2.19",
            "the internet may reach web ports only",
            INGRESS,
            rule -> !isFromAnywhere(rule) || OPEN_PORTS.contains(rule.text("toPort")),
            graph -> graph.plus(ingress("cache", Map.of("cidrIpv4", ANY_ADDRESS), 6379))),
        StackRule.whole(
            "CKV_AWS_23",
            "every security group and every rule has a description",
            graph ->
                Stream.of(GROUP, INGRESS, EGRESS)
                    .flatMap(graph::all)
                    .filter(node -> node.text("description").isBlank())
                    .map(ResourceNode::name),
            graph -> graph.set(EGRESS, "counts-out", "description", null)),
        StackRule.each(
            "CKV_AWS_382",
            "no egress rule allows all addresses and all ports",
            EGRESS,
            rule -> !(isFromAnywhere(rule) && rule.text("ipProtocol").equals("-1")),
            graph ->
                graph.plus(
                    node(
                        EGRESS,
                        "anything",
                        Map.of(
                            "description", "All",
                            "securityGroupId", "clientele-prod-service-id",
                            "cidrIpv4", ANY_ADDRESS,
                            "ipProtocol", "-1")))),
        StackRule.whole(
            "CLIENTELE.security-group-pairs",
            "each ingress rule has an egress rule at its source, and vice versa",
            NetworkRules::unpaired,
            graph -> graph.without(EGRESS, "pooled-out")),
        StackRule.whole(
            "CLIENTELE.cloudfront-only",
            "only CloudFront may connect to the load balancer",
            graph ->
                graph
                    .all(INGRESS)
                    .filter(rule -> rule.text("securityGroupId").endsWith("-balancer-id"))
                    .filter(rule -> !rule.text("prefixListId").startsWith("pl-"))
                    .map(ResourceNode::name),
            graph -> graph.plus(ingress("balancer", Map.of("cidrIpv4", ANY_ADDRESS), 443))));
  }

  private static List<StackRule> subnets() {
    return List.of(
        StackRule.each(
            "EC2.15",
            "subnets assign no public addresses",
            SUBNET,
            subnet -> !subnet.is("mapPublicIpOnLaunch"),
            graph -> graph.set(SUBNET, "public-a", "mapPublicIpOnLaunch", true)),
        StackRule.whole(
            "CLIENTELE.three-zones",
            "each tier has subnets in three zones",
            graph ->
                Stream.of("public", "tasks", "data")
                    .filter(
                        tier ->
                            graph
                                    .all(SUBNET)
                                    .filter(subnet -> subnet.text("tags.tier").equals(tier))
                                    .map(subnet -> subnet.text("availabilityZone"))
                                    .distinct()
                                    .count()
                                < 3),
            graph -> graph.set(SUBNET, "data-b", "availabilityZone", "eu-central-1a")),
        StackRule.whole(
            "CLIENTELE.no-route-out",
            "data subnets have no route out",
            graph ->
                graph
                    .all(ROUTE)
                    .filter(route -> route.text("routeTableId").endsWith("-data-id"))
                    .map(ResourceNode::name),
            graph ->
                graph.plus(
                    node(
                        ROUTE,
                        "data-out",
                        Map.of(
                            "routeTableId", "clientele-prod-data-id",
                            "destinationCidrBlock", ANY_ADDRESS,
                            "natGatewayId", "some")))),
        StackRule.whole(
            "CLIENTELE.private-tasks",
            "task subnets have no route to the internet gateway",
            graph ->
                graph
                    .all(ROUTE)
                    .filter(route -> route.text("routeTableId").contains("-tasks-"))
                    .filter(route -> route.at("gatewayId").isPresent())
                    .map(ResourceNode::name),
            graph ->
                graph.plus(
                    node(
                        ROUTE,
                        "tasks-world",
                        Map.of(
                            "routeTableId", "clientele-prod-tasks-a-id",
                            "destinationCidrBlock", ANY_ADDRESS,
                            "gatewayId", "clientele-prod-world-id")))));
  }

  private static List<StackRule> connections() {
    return List.of(
        StackRule.eachIn(
            "EC2.6",
            "the VPC has a flow log",
            "ec2/vpc:Vpc",
            (graph, vpc) ->
                graph.all(FLOW_LOG).anyMatch(log -> graph.isReferred(log, "vpcId", vpc)),
            graph -> graph.without(FLOW_LOG, "flows")),
        StackRule.whole(
            "CLIENTELE.endpoints",
            "VPC endpoints exist for S3 and each AWS service that tasks call",
            graph -> missing(graph).stream(),
            graph -> graph.without(ENDPOINT, "secretsmanager")),
        StackRule.whole(
            "CLIENTELE.own-account",
            "interface endpoints allow this account only",
            graph ->
                graph
                    .all(ENDPOINT)
                    .filter(endpoint -> endpoint.text("vpcEndpointType").equals("Interface"))
                    .filter(endpoint -> !endpoint.text("policy").contains("aws:PrincipalAccount"))
                    .map(ResourceNode::name),
            graph -> graph.set(ENDPOINT, "logs", "policy", null)));
  }

  private static boolean isFromAnywhere(ResourceNode rule) {
    return ANY_ADDRESSES.contains(rule.text("cidrIpv4"))
        || ANY_ADDRESSES.contains(rule.text("cidrIpv6"));
  }

  private static Stream<String> unpaired(ResourceGraph graph) {
    var in = connections(graph, INGRESS, "referencedSecurityGroupId", "securityGroupId");
    var out = connections(graph, EGRESS, "securityGroupId", "referencedSecurityGroupId");
    var half = new TreeSet<String>(in);
    half.removeAll(out);
    out.removeAll(in);
    half.addAll(out);
    return half.stream();
  }

  private static Set<String> connections(ResourceGraph graph, String type, String from, String to) {
    return graph
        .all(type)
        .filter(rule -> rule.at("referencedSecurityGroupId").isPresent())
        .map(rule -> rule.text(from) + " > " + rule.text(to) + ":" + rule.text("toPort"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> missing(ResourceGraph graph) {
    var required =
        new TreeSet<>(
            Set.of("s3", "aps-workspaces", "api", "dkr", "logs", "secretsmanager", "xray"));
    graph
        .all(ENDPOINT)
        .map(node -> node.text("serviceName"))
        .forEach(name -> required.remove(last(name)));
    return required;
  }

  private static String last(String dotted) {
    return dotted.substring(dotted.lastIndexOf('.') + 1);
  }

  private static ResourceNode ingress(String group, Map<String, Object> from, int port) {
    var inputs = new java.util.TreeMap<String, Object>(from);
    inputs.put("description", "A mistake");
    inputs.put("securityGroupId", "clientele-prod-" + group + "-id");
    inputs.put("ipProtocol", "tcp");
    inputs.put("fromPort", (double) port);
    inputs.put("toPort", (double) port);
    return node(INGRESS, "mistake", inputs);
  }

  static ResourceNode node(String type, String name, Map<String, Object> inputs) {
    return new ResourceNode("aws:" + type, "clientele-prod-" + name, inputs, false, "", List.of());
  }
}
