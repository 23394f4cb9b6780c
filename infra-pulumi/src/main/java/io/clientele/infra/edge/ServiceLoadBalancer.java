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
import com.pulumi.aws.lb.inputs.ListenerRuleConditionPathPatternArgs;
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

/**
 * The load balancer. It speaks TLS and forwards CloudFront's requests to started tasks: those of
 * the store to the tasks' listener of the store.
 */
public final class ServiceLoadBalancer {
  /** The header with CloudFront's token. Addresses prove nothing: all distributions share them. */
  static final String TOKEN_HEADER = "X-Origin-Token";

  private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-2021-06";
  private static final int DRAIN_SECONDS = 30;
  private static final int IDLE_SECONDS = 60;

  private final Component component;
  private final LoadBalancer balancer;
  private final TargetGroup targets;
  private final TargetGroup storeTargets;
  private final ListenerRule rule;
  private final ListenerRule storeRule;

  ServiceLoadBalancer(
      Component component,
      VpcNetwork network,
      S3Buckets buckets,
      Output<String> certificate,
      Output<String> token) {
    this.component = component;
    balancer = balancer(network, buckets);
    targets = targets(network, "service", TcpPorts.API);
    storeTargets = targets(network, "store", TcpPorts.STORE);
    var listener =
        new Listener(
            component.named("https"),
            ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(TcpPorts.HTTPS)
                .protocol("HTTPS")
                .sslPolicy(TLS_POLICY)
                .certificateArn(certificate)
                .defaultActions(forbidden())
                .build(),
            component.options());
    rule =
        new ListenerRule(
            component.named("from-cloudfront"),
            forward(listener, targets).priority(20).conditions(hasToken(token)).build(),
            component.options());
    storeRule =
        new ListenerRule(
            component.named("store-from-cloudfront"),
            forward(listener, storeTargets)
                .priority(10)
                .conditions(hasToken(token), isOfStore())
                .build(),
            component.options());
  }

  private LoadBalancer balancer(VpcNetwork network, S3Buckets buckets) {
    return new LoadBalancer(
        component.named("balancer"),
        LoadBalancerArgs.builder()
            .name(component.named("balancer"))
            .loadBalancerType("application")
            .internal(false)
            .subnets(network.subnets().publicIds())
            .securityGroups(network.securityGroups().balancer().applyValue(List::of))
            .dropInvalidHeaderFields(true)
            .desyncMitigationMode("strictest")
            // CloudFront appends the caller's address last, and the service reads the last one.
            .xffHeaderProcessingMode("preserve")
            .idleTimeout(IDLE_SECONDS)
            .enableDeletionProtection(component.context().environment().keepsData())
            // An access log always contains query strings. The web ACL logs requests instead.
            .accessLogs(
                LoadBalancerAccessLogsArgs.builder().enabled(false).bucket(buckets.logs()).build())
            .connectionLogs(
                LoadBalancerConnectionLogsArgs.builder()
                    .enabled(true)
                    .bucket(buckets.logs())
                    .prefix("balancer")
                    .build())
            .build(),
        component.options(buckets.logsPolicy()));
  }

  /**
   * Checks {@code /health/started}: a database failover, which ends {@code ready}, must not replace
   * all tasks.
   */
  private TargetGroup targets(VpcNetwork network, String name, int port) {
    return new TargetGroup(
        component.named(name),
        TargetGroupArgs.builder()
            .name(component.named(name))
            .vpcId(network.vpcId())
            .targetType("ip")
            .protocol("HTTP")
            .port(port)
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

  private static ListenerDefaultActionArgs forbidden() {
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

  private static ListenerRuleArgs.Builder forward(Listener listener, TargetGroup targets) {
    return ListenerRuleArgs.builder()
        .listenerArn(listener.arn())
        .actions(
            ListenerRuleActionArgs.builder().type("forward").targetGroupArn(targets.arn()).build());
  }

  private static ListenerRuleConditionArgs hasToken(Output<String> token) {
    return ListenerRuleConditionArgs.builder()
        .httpHeader(
            ListenerRuleConditionHttpHeaderArgs.builder()
                .httpHeaderName(TOKEN_HEADER)
                .values(token.applyValue(List::of))
                .build())
        .build();
  }

  private static ListenerRuleConditionArgs isOfStore() {
    return ListenerRuleConditionArgs.builder()
        .pathPattern(ListenerRuleConditionPathPatternArgs.builder().values("/store/*").build())
        .build();
  }

  public Output<String> arn() {
    return balancer.arn();
  }

  AliasTarget alias() {
    return new AliasTarget(balancer.dnsName(), balancer.zoneId());
  }

  /** The load balancer and the target group, as scaling policies name them. */
  public Output<String> requestLabel() {
    return Output.format("%s/%s", balancer.arnSuffix(), targets.arnSuffix());
  }

  /** The CloudWatch dimensions of the load balancer and its target group. */
  public Map<String, Output<String>> metricDimensions() {
    return Map.of("LoadBalancer", balancer.arnSuffix(), "TargetGroup", targets.arnSuffix());
  }

  /** The target group of operations. */
  public Output<String> targets() {
    return targets.arn();
  }

  /** The target group of the store. */
  public Output<String> storeTargets() {
    return storeTargets.arn();
  }

  /** The listener rule, which must exist before a service registers with the target group. */
  public Resource listenerRule() {
    return rule;
  }

  /** The listener rule of the store, likewise. */
  public Resource storeListenerRule() {
    return storeRule;
  }
}
