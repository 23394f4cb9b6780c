package io.clientele.infra.network;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.component.DeploymentContext;
import io.clientele.infra.component.IamRoles;
import io.clientele.infra.component.PolicyStatement;
import io.clientele.infra.observability.LogGroups;
import java.util.List;
import java.util.Map;

/** The VPC over three zones. Only the load balancer's subnets are public. */
public final class VpcNetwork extends Component {
  private final Vpc vpc;
  private final Subnets subnets;
  private final SecurityGroups securityGroups;

  public VpcNetwork(DeploymentContext context, LogGroups logs) {
    super("Network", context);
    vpc =
        new Vpc(
            named("vpc"),
            VpcArgs.builder()
                .cidrBlock(context.environment().network().block())
                .enableDnsHostnames(true)
                .enableDnsSupport(true)
                .tags(Map.of("Name", named("vpc")))
                .build(),
            options());
    new DefaultSecurityGroup(
        named("closed"),
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .ingress(List.of())
            .egress(List.of())
            .build(),
        options());
    flowLog(logs.create("flows"));
    subnets = new Subnets(this, vpc);
    securityGroups = SecurityGroups.of(this, vpc.id());
    var endpoints = new VpcEndpoints(this, vpc, subnets, securityGroups.endpoints());
    new TrafficRules(this, securityGroups).allow(endpoints.storagePrefixList());
    registerOutputs(Map.of("vpcId", vpc.id()));
  }

  private void flowLog(LogGroup group) {
    var writer =
        IamRoles.forService(
            named("flows"),
            "vpc-flow-logs.amazonaws.com",
            options(),
            PolicyStatement.allow(
                Output.all(group.arn(), group.arn().applyValue(arn -> arn + ":*")),
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "logs:DescribeLogStreams"),
            PolicyStatement.allow(PolicyStatement.ANY, "logs:DescribeLogGroups"));
    new FlowLog(
        named("flows"),
        FlowLogArgs.builder()
            .vpcId(vpc.id())
            .trafficType("ALL")
            .logDestinationType("cloud-watch-logs")
            .logDestination(group.arn())
            .iamRoleArn(writer.arn())
            .build(),
        options());
  }

  public Output<String> vpcId() {
    return vpc.id();
  }

  public Subnets subnets() {
    return subnets;
  }

  public SecurityGroups securityGroups() {
    return securityGroups;
  }
}
