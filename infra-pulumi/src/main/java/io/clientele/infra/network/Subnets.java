package io.clientele.infra.network;

import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.clientele.infra.component.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The subnets and routes: three tiers (public, tasks, data) in each of three zones. */
public final class Subnets {
  private static final String ANY_ADDRESS = "0.0.0.0/0";

  private final Component component;
  private final Vpc vpc;
  private final List<Subnet> publicSubnets = new ArrayList<>();
  private final List<Subnet> tasks = new ArrayList<>();
  private final List<Subnet> data = new ArrayList<>();
  private final List<RouteTable> taskRouteTables = new ArrayList<>();

  Subnets(Component component, Vpc vpc) {
    this.component = component;
    this.vpc = vpc;
    var gateway =
        new InternetGateway(
            component.named("world"),
            InternetGatewayArgs.builder().vpcId(vpc.id()).build(),
            component.options());
    var publicTable = table("public");
    route("public", publicTable, RouteArgs.builder().gatewayId(gateway.id()));
    var dataTable = table("data");
    var plan = component.context().environment().network();
    for (var zone = 0; zone < component.context().environment().settings().zones().size(); zone++) {
      publicSubnets.add(subnet("public", zone, plan.publicBlock(zone), publicTable));
      var taskTable = table("tasks-" + letter(zone));
      taskRouteTables.add(taskTable);
      tasks.add(subnet("tasks", zone, plan.taskBlock(zone), taskTable));
      data.add(subnet("data", zone, plan.dataBlock(zone), dataTable));
      if (plan.hasGateways()) {
        addNatGateway(zone, gateway);
      }
    }
  }

  /** Adds a NAT gateway. Each zone has its own, so the loss of one zone affects no other. */
  private void addNatGateway(int zone, InternetGateway gateway) {
    var name = component.named("nat-" + letter(zone));
    var address = new Eip(name, EipArgs.builder().domain("vpc").build(), options());
    var nat =
        new NatGateway(
            name,
            NatGatewayArgs.builder()
                .allocationId(address.id())
                .subnetId(publicSubnets.get(zone).id())
                .build(),
            component.options(gateway));
    route(
        "tasks-" + letter(zone),
        taskRouteTables.get(zone),
        RouteArgs.builder().natGatewayId(nat.id()));
  }

  private Subnet subnet(String tier, int zone, String block, RouteTable table) {
    var name = component.named(tier + "-" + letter(zone));
    var subnet =
        new Subnet(
            name,
            SubnetArgs.builder()
                .vpcId(vpc.id())
                .availabilityZone(component.context().environment().settings().zones().get(zone))
                .cidrBlock(block)
                .mapPublicIpOnLaunch(false)
                .tags(Map.of("Name", name, "tier", tier))
                .build(),
            options());
    new RouteTableAssociation(
        name,
        RouteTableAssociationArgs.builder().subnetId(subnet.id()).routeTableId(table.id()).build(),
        options());
    return subnet;
  }

  private RouteTable table(String tier) {
    var name = component.named(tier);
    return new RouteTable(
        name,
        RouteTableArgs.builder().vpcId(vpc.id()).tags(Map.of("Name", name)).build(),
        options());
  }

  private void route(String name, RouteTable from, RouteArgs.Builder target) {
    new Route(
        component.named(name),
        target.routeTableId(from.id()).destinationCidrBlock(ANY_ADDRESS).build(),
        options());
  }

  private CustomResourceOptions options() {
    return component.options();
  }

  private static char letter(int zone) {
    return (char) ('a' + zone);
  }

  public Output<List<String>> publicIds() {
    return ids(publicSubnets);
  }

  public Output<List<String>> taskIds() {
    return ids(tasks);
  }

  public Output<List<String>> dataIds() {
    return ids(data);
  }

  /** Returns the task subnets of the first {@code zones} zones. */
  public Output<List<String>> taskIds(int zones) {
    return ids(tasks.subList(0, zones));
  }

  public Output<List<String>> taskRouteTables() {
    return Output.all(taskRouteTables.stream().map(RouteTable::id).toList());
  }

  private static Output<List<String>> ids(List<Subnet> subnets) {
    return Output.all(subnets.stream().map(Subnet::id).toList());
  }
}
