package io.clientele.infra.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.ListenerRule;
import com.pulumi.aws.lb.ListenerRuleArgs;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.lb.LoadBalancerArgs;
import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionFixedResponseArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleActionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionArgs;
import com.pulumi.aws.lb.inputs.ListenerRuleConditionHttpHeaderArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import io.clientele.infra.component.Component;
import io.clientele.infra.network.TcpPorts;
import io.clientele.infra.network.VpcNetwork;
import java.util.List;
import java.util.Map;

/** Hands requests to tasks that have started. Speaks TLS only, and to CloudFront only. */
public final class ServiceLoadBalancer {
  /** Our CloudFront says this to the balancer: its addresses alone are anybody's CloudFront. */
  static final String TOKEN_HEADER = "X-Origin-Token";

  private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
  private static final int DRAIN_SECONDS = 30;
  private static final int IDLE_SECONDS = 60;

  private final Component component;
  private final LoadBalancer balancer;
  private final TargetGroup targets;
  private final ListenerRule rule;

  ServiceLoadBalancer(
      Component component,
      VpcNetwork network,
      Output<String> logBucket,
      Output<String> certificate,
      Output<String> token) {
    this.component = component;
    balancer = balancer(network, logBucket);
    targets = targets(network);
    var listener =
        new Listener(
            component.named("https"),
            ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(TcpPorts.HTTPS)
                .protocol("HTTPS")
                .sslPolicy(TLS_POLICY)
                .certificateArn(certificate)
                .defaultActions(refusal())
                .build(),
            component.options());
    rule = rule(listener, token);
  }

  private LoadBalancer balancer(VpcNetwork network, Output<String> logBucket) {
    return new LoadBalancer(
        component.named("balancer"),
        LoadBalancerArgs.builder()
            .name(component.named("balancer"))
            .loadBalancerType("application")
            .internal(false)
            .subnets(network.subnets().open())
            .securityGroups(network.doors().balancer().applyValue(List::of))
            .dropInvalidHeaderFields(true)
            .desyncMitigationMode("strictest")
            // CloudFront puts the caller last; nothing that a caller wrote may come after.
            .xffHeaderProcessingMode("preserve")
            .idleTimeout(IDLE_SECONDS)
            .enableDeletionProtection(component.context().environment().keepsData())
            // A record of the access log holds the URL with its query string, always. Requests are
            // in the log of the web ACL, connections in the log of connections.
            .accessLogs(
                LoadBalancerAccessLogsArgs.builder().enabled(false).bucket(logBucket).build())
            .connectionLogs(
                LoadBalancerConnectionLogsArgs.builder()
                    .enabled(true)
                    .bucket(logBucket)
                    .prefix("balancer")
                    .build())
            .build(),
        component.options());
  }

  /**
   * {@code started}, not {@code ready}: a task that never reached its database takes no requests,
   * but a failover of the database must not have every task replaced.
   */
  private TargetGroup targets(VpcNetwork network) {
    return new TargetGroup(
        component.named("service"),
        TargetGroupArgs.builder()
            .name(component.named("service"))
            .vpcId(network.vpcId())
            .targetType("ip")
            .protocol("HTTP")
            .port(TcpPorts.API)
            .deregistrationDelay(DRAIN_SECONDS)
            .loadBalancingAlgorithmType("least_outstanding_requests")
            .healthCheck(
                TargetGroupHealthCheckArgs.builder()
                    .enabled(true)
                    .protocol("HTTP")
                    .path("/health/started")
                    .matcher("200")
                    .interval(30)
                    .timeout(5)
                    .healthyThreshold(2)
                    .unhealthyThreshold(3)
                    .build())
            .build(),
        component.options());
  }

  private static ListenerDefaultActionArgs refusal() {
    return ListenerDefaultActionArgs.builder()
        .type("fixed-response")
        .fixedResponse(
            ListenerDefaultActionFixedResponseArgs.builder()
                .statusCode("403")
                .contentType("text/plain")
                .messageBody("")
                .build())
        .build();
  }

  private ListenerRule rule(Listener listener, Output<String> token) {
    return new ListenerRule(
        component.named("from-cloudfront"),
        ListenerRuleArgs.builder()
            .listenerArn(listener.arn())
            .priority(1)
            .conditions(
                ListenerRuleConditionArgs.builder()
                    .httpHeader(
                        ListenerRuleConditionHttpHeaderArgs.builder()
                            .httpHeaderName(TOKEN_HEADER)
                            .values(token.applyValue(List::of))
                            .build())
                    .build())
            .actions(
                ListenerRuleActionArgs.builder()
                    .type("forward")
                    .targetGroupArn(targets.arn())
                    .build())
            .build(),
        component.options());
  }

  public Output<String> arn() {
    return balancer.arn();
  }

  AliasTarget alias() {
    return new AliasTarget(balancer.dnsName(), balancer.zoneId());
  }

  /** The balancer and its target group, as a scaling policy names them. */
  public Output<String> requestLabel() {
    return Output.format("%s/%s", balancer.arnSuffix(), targets.arnSuffix());
  }

  /** The dimensions of the metrics. */
  public Map<String, Output<String>> metricDimensions() {
    return Map.of("LoadBalancer", balancer.arnSuffix(), "TargetGroup", targets.arnSuffix());
  }

  public Output<String> targets() {
    return targets.arn();
  }

  /** A service can be put behind it after this. */
  public Resource open() {
    return rule;
  }
}
