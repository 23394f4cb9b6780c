package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What leads where. */
final class NetworkRules {
  static final String INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  static final String EGRESS = "vpc/securityGroupEgressRule:SecurityGroupEgressRule";
  static final String GROUP = "ec2/securityGroup:SecurityGroup";
  static final String SUBNET = "ec2/subnet:Subnet";
  private static final String DEFAULT_GROUP = "ec2/defaultSecurityGroup:DefaultSecurityGroup";
  private static final String FLOW_LOG = "ec2/flowLog:FlowLog";
  private static final String ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";
  private static final String ROUTE = "ec2/route:Route";
  private static final String EVERYWHERE = "0.0.0.0/0";
  private static final Set<String> WORLD = Set.of(EVERYWHERE, "::/0");
  private static final Set<String> OPEN_PORTS = Set.of("80", "443");

  private NetworkRules() {}

  static List<StackRule> all() {
    return Stream.of(groups(), subnets(), ways()).flatMap(List::stream).toList();
  }

  private static List<StackRule> groups() {
    return List.of(
        StackRule.each(
            "EC2.2",
            "the default security group lets nothing in or out",
            DEFAULT_GROUP,
            group -> group.list("ingress").isEmpty() && group.list("egress").isEmpty(),
            graph ->
                graph.set(
                    DEFAULT_GROUP,
                    "closed",
                    "egress",
                    List.of(Map.of("protocol", "-1", "cidrBlocks", List.of(EVERYWHERE))))),
        StackRule.each(
            "EC2.18, EC2.19",
            "the world gets in at web ports at most",
            INGRESS,
            rule -> !isOpen(rule) || OPEN_PORTS.contains(rule.text("toPort")),
            graph -> graph.plus(ingress("cache", Map.of("cidrIpv4", EVERYWHERE), 6379))),
        StackRule.whole(
            "CKV_AWS_23",
            "every security group and every rule of one says what it is for",
            graph ->
                Stream.of(GROUP, INGRESS, EGRESS)
                    .flatMap(graph::all)
                    .filter(node -> node.text("description").isBlank())
                    .map(ResourceNode::name),
            graph -> graph.set(EGRESS, "counts-out", "description", null)),
        StackRule.each(
            "CKV_AWS_382",
            "nothing may go everywhere by every port",
            EGRESS,
            rule -> !(isOpen(rule) && rule.text("ipProtocol").equals("-1")),
            graph ->
                graph.plus(
                    node(
                        EGRESS,
                        "anything",
                        Map.of(
                            "description", "All",
                            "securityGroupId", "clientele-prod-service-id",
                            "cidrIpv4", EVERYWHERE,
                            "ipProtocol", "-1")))),
        StackRule.whole(
            "OURS.doors",
            "a way in has its way out, and the other way round",
            NetworkRules::halfOpen,
            graph -> graph.without(EGRESS, "pooled-out")),
        StackRule.whole(
            "OURS.edge",
            "only CloudFront gets to the balancer",
            graph ->
                graph
                    .all(INGRESS)
                    .filter(rule -> rule.text("securityGroupId").endsWith("-balancer-id"))
                    .filter(rule -> !rule.text("prefixListId").startsWith("pl-"))
                    .map(ResourceNode::name),
            graph -> graph.plus(ingress("balancer", Map.of("cidrIpv4", EVERYWHERE), 443))));
  }

  private static List<StackRule> subnets() {
    return List.of(
        StackRule.each(
            "EC2.15",
            "no subnet gives public addresses",
            SUBNET,
            subnet -> !subnet.is("mapPublicIpOnLaunch"),
            graph -> graph.set(SUBNET, "public-a", "mapPublicIpOnLaunch", true)),
        StackRule.whole(
            "OURS.zones",
            "each tier stands in three zones",
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
            "OURS.no-way-out",
            "nothing leads out of the subnets of data",
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
                            "destinationCidrBlock", EVERYWHERE,
                            "natGatewayId", "some")))),
        StackRule.whole(
            "OURS.private-tasks",
            "the world does not get to the subnets of tasks",
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
                            "destinationCidrBlock", EVERYWHERE,
                            "gatewayId", "clientele-prod-world-id")))));
  }

  private static List<StackRule> ways() {
    return List.of(
        StackRule.eachIn(
            "EC2.6",
            "the network logs who talked to whom",
            "ec2/vpc:Vpc",
            (graph, vpc) ->
                graph.all(FLOW_LOG).anyMatch(log -> graph.isReferred(log, "vpcId", vpc)),
            graph -> graph.without(FLOW_LOG, "flows")),
        StackRule.whole(
            "OURS.endpoints",
            "AWS is reached from inside, and S3 at no cost",
            graph -> missing(graph).stream(),
            graph -> graph.without(ENDPOINT, "secretsmanager")),
        StackRule.whole(
            "OURS.own-account",
            "an interface of AWS is open to this account only",
            graph ->
                graph
                    .all(ENDPOINT)
                    .filter(endpoint -> endpoint.text("vpcEndpointType").equals("Interface"))
                    .filter(endpoint -> !endpoint.text("policy").contains("aws:PrincipalAccount"))
                    .map(ResourceNode::name),
            graph -> graph.set(ENDPOINT, "logs", "policy", null)));
  }

  private static boolean isOpen(ResourceNode rule) {
    return WORLD.contains(rule.text("cidrIpv4")) || WORLD.contains(rule.text("cidrIpv6"));
  }

  private static Stream<String> halfOpen(ResourceGraph graph) {
    var in = ways(graph, INGRESS, "referencedSecurityGroupId", "securityGroupId");
    var out = ways(graph, EGRESS, "securityGroupId", "referencedSecurityGroupId");
    var half = new TreeSet<String>(in);
    half.removeAll(out);
    out.removeAll(in);
    half.addAll(out);
    return half.stream();
  }

  private static Set<String> ways(ResourceGraph graph, String type, String from, String to) {
    return graph
        .all(type)
        .filter(rule -> rule.at("referencedSecurityGroupId").isPresent())
        .map(rule -> rule.text(from) + " > " + rule.text(to) + ":" + rule.text("toPort"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> missing(ResourceGraph graph) {
    var wanted = new TreeSet<>(Set.of("s3", "api", "dkr", "logs", "secretsmanager", "xray"));
    graph
        .all(ENDPOINT)
        .map(node -> node.text("serviceName"))
        .forEach(name -> wanted.remove(last(name)));
    return wanted;
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
