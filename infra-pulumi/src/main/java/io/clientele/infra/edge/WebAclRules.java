package io.clientele.infra.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import java.util.List;

/** The rules of the web ACLs: managed rules for both, and a rate limit for CloudFront's. */
final class WebAclRules {
  /** This rule blocks bodies over 8 KiB. The service enforces its own larger limits. */
  private static final String BODY_SIZE = "SizeRestrictions_BODY";

  private WebAclRules() {}

  static List<WebAclRuleArgs> managed() {
    return List.of(
        managed(1, "AWSManagedRulesAmazonIpReputationList"),
        managed(2, "AWSManagedRulesKnownBadInputsRuleSet"),
        managed(3, "AWSManagedRulesCommonRuleSet", BODY_SIZE),
        managed(4, "AWSManagedRulesSQLiRuleSet"));
  }

  private static WebAclRuleArgs managed(int priority, String group, String... onlyCounted) {
    return rule(priority, group)
        .overrideAction(
            WebAclRuleOverrideActionArgs.builder()
                .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .managedRuleGroupStatement(
                    WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(
                            List.of(onlyCounted).stream().map(WebAclRules::counted).toList())
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs counted(
      String rule) {
    return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
        .name(rule)
        .actionToUse(
            WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                .count(
                    WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs
                        .builder()
                        .build())
                .build())
        .build();
  }

  static WebAclRuleArgs rate(int requests) {
    return rule(5, "rate")
        .action(
            WebAclRuleActionArgs.builder()
                .block(WebAclRuleActionBlockArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .rateBasedStatement(
                    WebAclRuleStatementRateBasedStatementArgs.builder()
                        .aggregateKeyType("IP")
                        .limit(requests)
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleArgs.Builder rule(int priority, String name) {
    return WebAclRuleArgs.builder()
        .name(name)
        .priority(priority)
        .visibilityConfig(
            WebAclRuleVisibilityConfigArgs.builder()
                .metricName(name)
                .cloudwatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build());
  }
}
