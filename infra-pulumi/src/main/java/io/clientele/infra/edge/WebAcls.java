package io.clientele.infra.edge;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclCustomResponseBodyArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDataProtectionConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDataProtectionConfigDataProtectionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDataProtectionConfigDataProtectionFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldQueryStringArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import io.clientele.infra.component.Component;
import io.clientele.infra.observability.LogGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The web ACLs of CloudFront and of the load balancer. Neither logs query strings, bodies or
 * credentials.
 */
final class WebAcls {
  private static final List<String> SECRET_HEADERS =
      List.of(
          "authorization",
          "cookie",
          "referer",
          ServiceLoadBalancer.TOKEN_HEADER.toLowerCase(Locale.ROOT));

  private final Component component;
  private final WebAcl front;
  private final WebAcl back;

  WebAcls(Component component, LogGroups logs) {
    this.component = component;
    var rules = new ArrayList<>(WebAclRules.managed());
    var requests = component.context().environment().addressRequests();
    rules.add(WebAclRules.rate(requests));
    rules.add(WebAclRules.storeRate(requests / 2));
    front = acl("front", "CLOUDFRONT", rules, component.edgeOptions());
    back = acl("back", "REGIONAL", WebAclRules.managed(), component.options());
    // AWS requires this prefix.
    var prefix = "aws-waf-logs-";
    log(
        "front",
        front,
        logs.createAtEdge("waf-front", prefix + component.named("front")).arn(),
        component.edgeOptions());
    log(
        "back",
        back,
        logs.create("waf-back", prefix + component.named("back")).arn(),
        component.options());
  }

  private WebAcl acl(
      String name, String scope, List<WebAclRuleArgs> rules, CustomResourceOptions options) {
    return new WebAcl(
        component.named(name),
        WebAclArgs.builder()
            .name(component.named(name))
            .scope(scope)
            .defaultAction(
                WebAclDefaultActionArgs.builder()
                    .allow(WebAclDefaultActionAllowArgs.builder().build())
                    .build())
            .rules(rules)
            .customResponseBodies(
                problem(
                    WebAclRules.BLOCKED, 403, "Not allowed", "The request looks like an attack."),
                problem(
                    WebAclRules.RATE_LIMITED,
                    429,
                    "Rate limited",
                    "Too many requests. Wait for the time in Retry-After."))
            .dataProtectionConfig(dataProtection())
            .visibilityConfig(
                WebAclVisibilityConfigArgs.builder()
                    .metricName(name)
                    .cloudwatchMetricsEnabled(true)
                    .sampledRequestsEnabled(false)
                    .build())
            .build(),
        options);
  }

  /**
   * The body of a blocked request in the form of the service's problems. AWS sends it as {@code
   * application/json}: a web ACL cannot set another media type.
   */
  private static WebAclCustomResponseBodyArgs problem(
      String key, int status, String title, String detail) {
    var type = status == 429 ? "rate-limited" : "not-allowed";
    return WebAclCustomResponseBodyArgs.builder()
        .key(key)
        .contentType("APPLICATION_JSON")
        .content(
            """
            {"type":"/problems/%s","title":"%s","status":%d,"detail":"%s"}\
            """
                .formatted(type, title, status, detail))
        .build();
  }

  private void log(String name, WebAcl acl, Output<String> group, CustomResourceOptions options) {
    new WebAclLoggingConfiguration(
        component.named(name),
        WebAclLoggingConfigurationArgs.builder()
            .resourceArn(acl.arn())
            .logDestinationConfigs(group.applyValue(List::of))
            .redactedFields(redacted())
            .build(),
        options);
  }

  /** The fields that log records show as {@code REDACTED}. */
  private static List<WebAclLoggingConfigurationRedactedFieldArgs> redacted() {
    var query =
        WebAclLoggingConfigurationRedactedFieldArgs.builder()
            .queryString(WebAclLoggingConfigurationRedactedFieldQueryStringArgs.builder().build())
            .build();
    var headers = SECRET_HEADERS.stream().map(WebAcls::redacted);
    return Stream.concat(Stream.of(query), headers).toList();
  }

  private static WebAclLoggingConfigurationRedactedFieldArgs redacted(String header) {
    return WebAclLoggingConfigurationRedactedFieldArgs.builder()
        .singleHeader(
            WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder().name(header).build())
        .build();
  }

  /** Replaces the same fields and the body in data that a rule matched, which redaction leaves. */
  private static WebAclDataProtectionConfigArgs dataProtection() {
    return WebAclDataProtectionConfigArgs.builder()
        .dataProtections(
            substituted("QUERY_STRING", List.of()),
            substituted("BODY", List.of()),
            substituted("SINGLE_HEADER", SECRET_HEADERS))
        .build();
  }

  private static WebAclDataProtectionConfigDataProtectionArgs substituted(
      String type, List<String> keys) {
    var field = WebAclDataProtectionConfigDataProtectionFieldArgs.builder().fieldType(type);
    return WebAclDataProtectionConfigDataProtectionArgs.builder()
        .action("SUBSTITUTION")
        .field((keys.isEmpty() ? field : field.fieldKeys(keys)).build())
        .build();
  }

  void protect(Output<String> balancerArn) {
    new WebAclAssociation(
        component.named("back"),
        WebAclAssociationArgs.builder().resourceArn(balancerArn).webAclArn(back.arn()).build(),
        component.options());
  }

  Output<String> front() {
    return front.arn();
  }
}
