package io.clientele.infra;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;

/** Two of them: CloudFront's knows the caller's address and counts it, the balancer's is behind. */
final class Firewall {
  private final Edge edge;
  private final WebAcl front;
  private final WebAcl back;

  Firewall(Edge edge, Observability watch) {
    this.edge = edge;
    var rules = new ArrayList<>(FirewallRules.managed());
    rules.add(FirewallRules.rate(edge.ground().environment().addressRequests()));
    front = acl("front", "CLOUDFRONT", rules, edge.atTheEdge());
    back = acl("back", "REGIONAL", FirewallRules.managed(), edge.here());
    // AWS wants these names to begin so.
    var prefix = "aws-waf-logs-";
    log(
        "front",
        front,
        watch.logs().edgeGroup("waf-front", prefix + edge.named("front")).arn(),
        edge.atTheEdge());
    log(
        "back",
        back,
        watch.logs().group("waf-back", prefix + edge.named("back")).arn(),
        edge.here());
  }

  private WebAcl acl(
      String name, String scope, List<WebAclRuleArgs> rules, CustomResourceOptions options) {
    return new WebAcl(
        edge.named(name),
        WebAclArgs.builder()
            .name(edge.named(name))
            .scope(scope)
            .defaultAction(
                WebAclDefaultActionArgs.builder()
                    .allow(WebAclDefaultActionAllowArgs.builder().build())
                    .build())
            .rules(rules)
            .visibilityConfig(
                WebAclVisibilityConfigArgs.builder()
                    .metricName(name)
                    .cloudwatchMetricsEnabled(true)
                    .sampledRequestsEnabled(false)
                    .build())
            .build(),
        options);
  }

  /** Who asked for what, but not with which credentials. */
  private void log(String name, WebAcl acl, Output<String> group, CustomResourceOptions options) {
    new WebAclLoggingConfiguration(
        edge.named(name),
        WebAclLoggingConfigurationArgs.builder()
            .resourceArn(acl.arn())
            .logDestinationConfigs(group.applyValue(List::of))
            .redactedFields(redacted("authorization"), redacted("cookie"))
            .build(),
        options);
  }

  private static WebAclLoggingConfigurationRedactedFieldArgs redacted(String header) {
    return WebAclLoggingConfigurationRedactedFieldArgs.builder()
        .singleHeader(
            WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder().name(header).build())
        .build();
  }

  void before(Balancer balancer) {
    new WebAclAssociation(
        edge.named("back"),
        WebAclAssociationArgs.builder().resourceArn(balancer.arn()).webAclArn(back.arn()).build(),
        edge.here());
  }

  Output<String> front() {
    return front.arn();
  }
}
