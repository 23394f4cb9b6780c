package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules for CloudFront and its buckets. */
final class CdnRules {
  private static final String SITE = "cloudfront/distribution:Distribution";
  private static final String BUCKET = "s3/bucketV2:BucketV2";
  private static final String ACCESS_LOG = "cloudwatch/logDeliverySource:LogDeliverySource";
  private static final String POLICY = "s3/bucketPolicy:BucketPolicy";
  private static final String BLOCK = "s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
  private static final String LOGGING = "s3/bucketLoggingV2:BucketLoggingV2";
  private static final String OWNER = "s3/bucketOwnershipControls:BucketOwnershipControls";
  private static final String LIFECYCLE =
      "s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
  private static final String VERSIONS = "s3/bucketVersioningV2:BucketVersioningV2";
  private static final List<String> SERVICE_PATHS =
      List.of(
          "/v1/*", "/store/*", "/health/*", "/.well-known/*", "/openapi.*", "/docs", "/problems/*");

  private CdnRules() {}

  static List<StackRule> all() {
    return Stream.of(site(), origins(), buckets()).flatMap(List::stream).toList();
  }

  private static List<StackRule> site() {
    return List.of(
        site(
            "CloudFront.1",
            "the distribution has a default root object",
            node -> node.text("defaultRootObject").equals("index.html"),
            "defaultRootObject",
            null),
        site(
            "CloudFront.3",
            "viewers must use TLS",
            node -> everyBehavior(node, "viewerProtocolPolicy", "redirect-to-https|https-only"),
            "orderedCacheBehaviors.0.viewerProtocolPolicy",
            "allow-all"),
        StackRule.eachIn(
            "CloudFront.5",
            "requests are logged",
            SITE,
            (graph, node) ->
                graph
                    .all(ACCESS_LOG)
                    .anyMatch(log -> log.text("resourceArn").endsWith(":" + node.name())),
            graph -> graph.without(ACCESS_LOG, "access")),
        site(
            "CloudFront.6",
            "the distribution has a web ACL",
            node -> node.text("webAclId").contains("WebAcl:"),
            "webAclId",
            null),
        site(
            "CloudFront.7",
            "the distribution uses its own certificate",
            node -> !node.text("viewerCertificate.acmCertificateArn").isEmpty(),
            "viewerCertificate.acmCertificateArn",
            null),
        site(
            "CKV_AWS_174",
            "TLS is 1.2 or newer",
            node -> node.text("viewerCertificate.minimumProtocolVersion").equals("TLSv1.2_2021"),
            "viewerCertificate.minimumProtocolVersion",
            "TLSv1"),
        site(
            "CKV2_AWS_32",
            "every cache behaviour adds the security headers",
            node -> everyBehavior(node, "responseHeadersPolicyId", ".*-id"),
            "orderedCacheBehaviors.0.responseHeadersPolicyId",
            null));
  }

  private static List<StackRule> origins() {
    return List.of(
        site(
            "CloudFront.13",
            "CloudFront authenticates to S3 with origin access control",
            node -> !node.text("origins.0.originAccessControlId").isEmpty(),
            "origins.0.originAccessControlId",
            null),
        site(
            "CloudFront.9",
            "the origin connection uses TLS",
            node ->
                node.text("origins.1.customOriginConfig.originProtocolPolicy").equals("https-only"),
            "origins.1.customOriginConfig.originProtocolPolicy",
            "http-only"),
        site(
            "CLIENTELE.one-origin",
            "the dashboard and the API have one origin",
            node ->
                SERVICE_PATHS.equals(behaviors(node, "pathPattern"))
                    && behaviors(node, "targetOriginId").stream().allMatch("service"::equals)
                    && node.text("defaultCacheBehavior.targetOriginId").equals("files"),
            "orderedCacheBehaviors.2.pathPattern",
            "/wellknown/*"),
        site(
            "CLIENTELE.uncached",
            "CloudFront neither caches nor compresses API responses",
            node ->
                behaviors(node, "cachePolicyId").stream()
                        .allMatch("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"::equals)
                    && behaviors(node, "compress").stream().allMatch("false"::equals),
            "orderedCacheBehaviors.0.cachePolicyId",
            "658327ea-f89d-4fab-a63d-7e88639e58f6"),
        site(
            "CLIENTELE.errors-uncached",
            "CloudFront caches no server error, which would answer other callers",
            node -> uncachedErrors(node).equals(Set.of("500", "501", "502", "503", "504")),
            "customErrorResponses.3.errorCachingMinTtl",
            10.0));
  }

  /** CloudFront caches a 5xx for ten seconds unless its minimum is 0. */
  private static Set<String> uncachedErrors(ResourceNode node) {
    return IntStream.range(0, node.list("customErrorResponses").size())
        .mapToObj(i -> "customErrorResponses." + i + ".")
        .filter(each -> node.text(each + "errorCachingMinTtl").equals("0"))
        .filter(each -> node.at(each + "responsePagePath").isEmpty())
        .map(each -> node.text(each + "errorCode"))
        .collect(Collectors.toSet());
  }

  private static List<StackRule> buckets() {
    return List.of(
        bucket(
            "S3.5",
            "buckets require TLS",
            POLICY,
            each -> each.text("policy").contains("{\"Bool\":{\"aws:SecureTransport\":\"false\"}}"),
            graph ->
                graph.edit(
                    POLICY,
                    "logs",
                    node ->
                        node.with(
                            "policy", node.text("policy").replace("aws:SecureTransport", "a:b")))),
        bucket(
            "S3.8",
            "buckets block public access",
            BLOCK,
            each ->
                each.is("blockPublicAcls")
                    && each.is("blockPublicPolicy")
                    && each.is("ignorePublicAcls")
                    && each.is("restrictPublicBuckets"),
            graph -> graph.set(BLOCK, "dashboard", "restrictPublicBuckets", false)),
        bucket(
            "S3.9",
            "buckets have access logging",
            LOGGING,
            each -> each.text("targetBucket").endsWith("-logs-id"),
            graph -> graph.without(LOGGING, "dashboard")),
        bucket(
            "S3.12",
            "buckets have no ACLs",
            OWNER,
            each -> each.text("rule.objectOwnership").equals("BucketOwnerEnforced"),
            graph -> graph.set(OWNER, "logs", "rule.objectOwnership", "ObjectWriter")),
        bucket(
            "S3.13",
            "buckets have a lifecycle configuration",
            LIFECYCLE,
            each -> each.text("rules.0.status").equals("Enabled"),
            graph -> graph.set(LIFECYCLE, "logs", "rules.0.status", "Disabled")),
        bucket(
            "S3.14",
            "buckets keep old versions",
            VERSIONS,
            each -> each.text("versioningConfiguration.status").equals("Enabled"),
            graph ->
                graph.set(VERSIONS, "dashboard", "versioningConfiguration.status", "Suspended")));
  }

  private static StackRule bucket(
      String id,
      String text,
      String by,
      Predicate<ResourceNode> holds,
      UnaryOperator<ResourceGraph> breach) {
    return StackRule.eachIn(
        id,
        text,
        BUCKET,
        (graph, node) ->
            graph.all(by).filter(each -> graph.isReferred(each, "bucket", node)).anyMatch(holds),
        breach);
  }

  private static boolean everyBehavior(ResourceNode node, String property, String required) {
    return Stream.concat(
            Stream.of(node.text("defaultCacheBehavior." + property)),
            behaviors(node, property).stream())
        .allMatch(value -> value.matches(required));
  }

  private static List<String> behaviors(ResourceNode node, String property) {
    return node.list("orderedCacheBehaviors").stream()
        .map(each -> String.valueOf(((Map<?, ?>) each).get(property)))
        .toList();
  }

  private static StackRule site(
      String id, String text, Predicate<ResourceNode> holds, String property, Object invalid) {
    return StackRule.each(
        id, text, SITE, holds, graph -> graph.set(SITE, "site", property, invalid));
  }
}
