package io.clientele.infra.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockCustomResponseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockCustomResponseResponseHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementAndStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementLabelMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementNotStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import java.util.List;

/** The rules of the web ACLs: managed rules for both, and rate limits for CloudFront's. */
final class WebAclRules {
  /** The key of the body that a blocked request receives. */
  static final String BLOCKED = "blocked";

  /** The key of the body that a request over the rate limit receives. */
  static final String RATE_LIMITED = "rate-limited";

  /** The namespace of the labels that all managed rules add to a request. */
  private static final String MANAGED_LABELS = "awswaf:managed:aws:";

  private static final int RATE_WINDOW_SECONDS = 300;

  private WebAclRules() {}

  /**
   * Groups that inspect content only label a request. A rule of our own blocks labelled requests
   * outside the API: names, passwords and imports may look like an attack, and the service treats
   * them as data.
   */
  static List<WebAclRuleArgs> managed() {
    return List.of(
        managed(1, "AWSManagedRulesAmazonIpReputationList", blocking()),
        managed(2, "AWSManagedRulesKnownBadInputsRuleSet", counting()),
        managed(3, "AWSManagedRulesCommonRuleSet", counting()),
        managed(4, "AWSManagedRulesSQLiRuleSet", counting()),
        outsideTheApi());
  }

  private static WebAclRuleOverrideActionArgs blocking() {
    return WebAclRuleOverrideActionArgs.builder()
        .none(WebAclRuleOverrideActionNoneArgs.builder().build())
        .build();
  }

  private static WebAclRuleOverrideActionArgs counting() {
    return WebAclRuleOverrideActionArgs.builder()
        .count(WebAclRuleOverrideActionCountArgs.builder().build())
        .build();
  }

  private static WebAclRuleArgs managed(
      int priority, String group, WebAclRuleOverrideActionArgs action) {
    return rule(priority, group)
        .overrideAction(action)
        .statement(
            WebAclRuleStatementArgs.builder()
                .managedRuleGroupStatement(
                    WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                        .vendorName("AWS")
                        .name(group)
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleArgs outsideTheApi() {
    var labelled =
        WebAclRuleStatementArgs.builder()
            .labelMatchStatement(
                WebAclRuleStatementLabelMatchStatementArgs.builder()
                    .scope("NAMESPACE")
                    .key(MANAGED_LABELS)
                    .build())
            .build();
    return rule(5, "outside-the-api")
        .action(block(403, BLOCKED))
        .statement(
            WebAclRuleStatementArgs.builder()
                .andStatement(
                    WebAclRuleStatementAndStatementArgs.builder()
                        .statements(
                            labelled, not(startsWith("/v1/")), not(startsWith("/store/v1/")))
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleStatementArgs not(WebAclRuleStatementArgs statement) {
    return WebAclRuleStatementArgs.builder()
        .notStatement(WebAclRuleStatementNotStatementArgs.builder().statements(statement).build())
        .build();
  }

  private static WebAclRuleStatementArgs startsWith(String start) {
    var path =
        WebAclRuleStatementByteMatchStatementFieldToMatchArgs.builder()
            .uriPath(WebAclRuleStatementByteMatchStatementFieldToMatchUriPathArgs.builder().build())
            .build();
    return WebAclRuleStatementArgs.builder()
        .byteMatchStatement(
            WebAclRuleStatementByteMatchStatementArgs.builder()
                .fieldToMatch(path)
                .positionalConstraint("STARTS_WITH")
                .searchString(start)
                .textTransformations(
                    WebAclRuleStatementByteMatchStatementTextTransformationArgs.builder()
                        .priority(0)
                        .type("NONE")
                        .build())
                .build())
        .build();
  }

  /** Limits the rate of an address, over all paths. */
  static WebAclRuleArgs rate(int requests) {
    return rate(rule(6, "rate"), limit(requests));
  }

  /** Limits the rate of an address at the store. */
  static WebAclRuleArgs storeRate(int requests) {
    return rate(rule(7, "store-rate"), limit(requests).scopeDownStatement(isOfStore()));
  }

  private static WebAclRuleStatementRateBasedStatementScopeDownStatementArgs isOfStore() {
    var path =
        WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchArgs
            .builder()
            .uriPath(
                WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementFieldToMatchUriPathArgs
                    .builder()
                    .build())
            .build();
    return WebAclRuleStatementRateBasedStatementScopeDownStatementArgs.builder()
        .byteMatchStatement(
            WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementArgs.builder()
                .fieldToMatch(path)
                .positionalConstraint("STARTS_WITH")
                .searchString("/store/")
                .textTransformations(
                    WebAclRuleStatementRateBasedStatementScopeDownStatementByteMatchStatementTextTransformationArgs
                        .builder()
                        .priority(0)
                        .type("NONE")
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleStatementRateBasedStatementArgs.Builder limit(int requests) {
    return WebAclRuleStatementRateBasedStatementArgs.builder()
        .aggregateKeyType("IP")
        .evaluationWindowSec(RATE_WINDOW_SECONDS)
        .limit(requests);
  }

  private static WebAclRuleArgs rate(
      WebAclRuleArgs.Builder rule, WebAclRuleStatementRateBasedStatementArgs.Builder limit) {
    return rule.action(block(429, RATE_LIMITED))
        .statement(WebAclRuleStatementArgs.builder().rateBasedStatement(limit.build()).build())
        .build();
  }

  private static WebAclRuleActionArgs block(int status, String body) {
    var response =
        WebAclRuleActionBlockCustomResponseArgs.builder()
            .responseCode(status)
            .customResponseBodyKey(body);
    if (body.equals(RATE_LIMITED)) {
      response.responseHeaders(
          WebAclRuleActionBlockCustomResponseResponseHeaderArgs.builder()
              .name("Retry-After")
              .value(Integer.toString(RATE_WINDOW_SECONDS))
              .build());
    }
    return WebAclRuleActionArgs.builder()
        .block(WebAclRuleActionBlockArgs.builder().customResponse(response.build()).build())
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
