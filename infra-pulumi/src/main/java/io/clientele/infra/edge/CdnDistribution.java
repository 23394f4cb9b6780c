package io.clientele.infra.edge;

import com.pulumi.aws.cloudfront.Distribution;
import com.pulumi.aws.cloudfront.DistributionArgs;
import com.pulumi.aws.cloudfront.OriginAccessControl;
import com.pulumi.aws.cloudfront.OriginAccessControlArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionCustomErrorResponseArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomHeaderArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionOriginCustomOriginConfigArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionRestrictionsGeoRestrictionArgs;
import com.pulumi.aws.cloudfront.inputs.DistributionViewerCertificateArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import io.clientele.infra.network.TcpPorts;
import java.util.List;

/** The CloudFront distribution of the dashboard's files and the API. */
public final class CdnDistribution {
  /** The server errors that CloudFront caches. */
  private static final List<Integer> SERVER_ERRORS = List.of(500, 501, 502, 503, 504);

  private final Component component;
  private final Distribution distribution;
  private final S3Buckets buckets;

  CdnDistribution(
      Component component,
      S3Buckets buckets,
      DomainNames names,
      Output<String> webAclArn,
      Output<String> originToken) {
    this.component = component;
    this.buckets = buckets;
    var behaviors = new CacheBehaviors(component);
    distribution =
        new Distribution(
            component.named("site"),
            DistributionArgs.builder()
                .comment(component.named("site"))
                .enabled(true)
                .isIpv6Enabled(true)
                .httpVersion("http2and3")
                .priceClass("PriceClass_100")
                .aliases(List.of(names.domain()))
                .defaultRootObject("index.html")
                .origins(files(), service(names, originToken))
                .defaultCacheBehavior(behaviors.page())
                .orderedCacheBehaviors(behaviors.api())
                .customErrorResponses(uncachedErrors())
                .viewerCertificate(certificate(names))
                .restrictions(noGeoRestriction())
                .webAclId(webAclArn)
                .build(),
            component.options());
    buckets.allowRead(distribution.arn());
  }

  private DistributionOriginArgs files() {
    var access =
        new OriginAccessControl(
            component.named("files"),
            OriginAccessControlArgs.builder()
                .name(component.named("files"))
                .originAccessControlOriginType("s3")
                .signingBehavior("always")
                .signingProtocol("sigv4")
                .build(),
            component.options());
    return DistributionOriginArgs.builder()
        .originId(CacheBehaviors.FILES)
        .domainName(buckets.dashboard().bucketRegionalDomainName())
        .originAccessControlId(access.id())
        .build();
  }

  private static DistributionOriginArgs service(DomainNames names, Output<String> token) {
    return DistributionOriginArgs.builder()
        .originId(CacheBehaviors.SERVICE)
        .domainName(names.origin())
        .customHeaders(
            DistributionOriginCustomHeaderArgs.builder()
                .name(ServiceLoadBalancer.TOKEN_HEADER)
                .value(token)
                .build())
        .customOriginConfig(
            DistributionOriginCustomOriginConfigArgs.builder()
                .httpPort(80)
                .httpsPort(TcpPorts.HTTPS)
                .originProtocolPolicy("https-only")
                .originSslProtocols("TLSv1.2")
                .originReadTimeout(60)
                .originKeepaliveTimeout(30)
                .build())
        .build();
  }

  /**
   * Errors of the service are not cached. By default CloudFront answers other callers for ten
   * seconds with the 5xx response that one caller received, under any cache policy.
   */
  private static List<DistributionCustomErrorResponseArgs> uncachedErrors() {
    return SERVER_ERRORS.stream()
        .map(
            status ->
                DistributionCustomErrorResponseArgs.builder()
                    .errorCode(status)
                    .errorCachingMinTtl(0)
                    .build())
        .toList();
  }

  private static DistributionViewerCertificateArgs certificate(DomainNames names) {
    return DistributionViewerCertificateArgs.builder()
        .acmCertificateArn(names.cdnCertificate())
        .sslSupportMethod("sni-only")
        .minimumProtocolVersion("TLSv1.2_2021")
        .build();
  }

  private static DistributionRestrictionsArgs noGeoRestriction() {
    return DistributionRestrictionsArgs.builder()
        .geoRestriction(
            DistributionRestrictionsGeoRestrictionArgs.builder().restrictionType("none").build())
        .build();
  }

  public Output<String> distributionArn() {
    return distribution.arn();
  }

  public Output<String> distributionId() {
    return distribution.id();
  }

  AliasTarget alias() {
    return new AliasTarget(distribution.domainName(), distribution.hostedZoneId());
  }

  public Output<String> bucketArn() {
    return buckets.dashboard().arn();
  }

  public Output<String> bucket() {
    return buckets.dashboard().id();
  }
}
