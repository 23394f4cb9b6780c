package io.clientele.infra.edge;

import com.pulumi.aws.cloudfront.ResponseHeadersPolicy;
import com.pulumi.aws.cloudfront.ResponseHeadersPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs;
import com.pulumi.aws.cloudfront.inputs.ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;

/** The security headers that CloudFront adds where the service sets none. */
final class ResponseHeaderPolicies {
  private static final int TWO_YEARS = 63_072_000;
  private static final String PAGE_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  private final Output<String> page;
  private final Output<String> service;

  ResponseHeaderPolicies(Component component) {
    page =
        policy(
            component,
            "page",
            common()
                .contentSecurityPolicy(
                    ResponseHeadersPolicySecurityHeadersConfigContentSecurityPolicyArgs.builder()
                        .contentSecurityPolicy(PAGE_POLICY)
                        .override(true)
                        .build()));
    service = policy(component, "service", common());
  }

  private static Output<String> policy(
      Component component,
      String name,
      ResponseHeadersPolicySecurityHeadersConfigArgs.Builder headers) {
    return new ResponseHeadersPolicy(
            component.named(name),
            ResponseHeadersPolicyArgs.builder()
                .name(component.named(name))
                .securityHeadersConfig(headers.build())
                .build(),
            component.options())
        .id();
  }

  private static ResponseHeadersPolicySecurityHeadersConfigArgs.Builder common() {
    return ResponseHeadersPolicySecurityHeadersConfigArgs.builder()
        .strictTransportSecurity(
            ResponseHeadersPolicySecurityHeadersConfigStrictTransportSecurityArgs.builder()
                .accessControlMaxAgeSec(TWO_YEARS)
                .includeSubdomains(true)
                .override(true)
                .build())
        .contentTypeOptions(
            ResponseHeadersPolicySecurityHeadersConfigContentTypeOptionsArgs.builder()
                .override(true)
                .build())
        .frameOptions(
            ResponseHeadersPolicySecurityHeadersConfigFrameOptionsArgs.builder()
                .frameOption("DENY")
                .override(false)
                .build())
        .referrerPolicy(
            ResponseHeadersPolicySecurityHeadersConfigReferrerPolicyArgs.builder()
                .referrerPolicy("no-referrer")
                .override(false)
                .build());
  }

  Output<String> page() {
    return page;
  }

  Output<String> service() {
    return service;
  }
}
