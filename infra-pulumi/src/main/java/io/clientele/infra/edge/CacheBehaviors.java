package io.clientele.infra.edge;

import com.pulumi.aws.cloudfront.Function;
import com.pulumi.aws.cloudfront.FunctionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionDefaultCacheBehaviorFunctionAssociationArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOrderedCacheBehaviorArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.BundledFile;
import io.clientele.infra.component.Component;
import java.util.List;

/** The cache behaviours of CloudFront: which path goes to which origin, and what is cached. */
final class CacheBehaviors {
  static final String FILES = "files";
  static final String SERVICE = "service";

  /** The paths that the service answers. All others belong to the dashboard. */
  static final List<String> SERVICE_PATHS =
      List.of(
          "/v1/*", "/store/*", "/health/*", "/.well-known/*", "/openapi.*", "/docs", "/problems/*");

  /** The ids of AWS-managed policies, equal in every account. */
  private static final String CACHED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

  private static final String NOT_CACHED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

  /** Includes the Host header: the service compares it with the page's origin. */
  private static final String ALL_OF_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";

  private static final String HTTPS_ONLY = "redirect-to-https";

  private final Component component;
  private final ResponseHeaderPolicies headers;

  CacheBehaviors(Component component) {
    this.component = component;
    headers = new ResponseHeaderPolicies(component);
  }

  DistributionDefaultCacheBehaviorArgs page() {
    return DistributionDefaultCacheBehaviorArgs.builder()
        .targetOriginId(FILES)
        .viewerProtocolPolicy(HTTPS_ONLY)
        .allowedMethods("GET", "HEAD")
        .cachedMethods("GET", "HEAD")
        .cachePolicyId(CACHED)
        .compress(true)
        .responseHeadersPolicyId(headers.page())
        .functionAssociations(
            DistributionDefaultCacheBehaviorFunctionAssociationArgs.builder()
                .eventType("viewer-request")
                .functionArn(routes())
                .build())
        .build();
  }

  List<DistributionOrderedCacheBehaviorArgs> api() {
    return SERVICE_PATHS.stream().map(this::api).toList();
  }

  private DistributionOrderedCacheBehaviorArgs api(String path) {
    return DistributionOrderedCacheBehaviorArgs.builder()
        .pathPattern(path)
        .targetOriginId(SERVICE)
        .viewerProtocolPolicy(HTTPS_ONLY)
        .allowedMethods("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE")
        .cachedMethods("GET", "HEAD")
        .cachePolicyId(NOT_CACHED)
        .originRequestPolicyId(ALL_OF_VIEWER)
        .compress(false)
        .responseHeadersPolicyId(headers.service())
        .build();
  }

  /** Maps the dashboard's routes to its page. A custom error page would replace the API's 404. */
  private Output<String> routes() {
    return new Function(
            component.named("routes"),
            FunctionArgs.builder()
                .name(component.named("routes"))
                .runtime("cloudfront-js-2.0")
                .comment("The dashboard's routes are one page")
                .publish(true)
                .code(BundledFile.text(CacheBehaviors.class, "routes.js"))
                .build(),
            component.options())
        .arn();
  }
}
