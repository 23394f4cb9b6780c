package io.clientele.infra.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outputs that AWS computes when it creates a resource. */
final class ProviderOutputs {
  private ProviderOutputs() {}

  static Map<String, Object> of(String type, String name, Map<String, Object> inputs) {
    var made = new HashMap<String, Object>();
    made.put("arn", "arn:" + type.replaceAll(".*:", "") + ":" + name);
    made.put("name", name);
    made.putAll(ofType(type, name, inputs));
    return made;
  }

  private static Map<String, Object> ofType(String type, String name, Map<String, Object> inputs) {
    return switch (type) {
      case "aws:kms/key:Key" -> Map.of("keyId", name + "-key");
      case "aws:lb/loadBalancer:LoadBalancer" ->
          Map.of(
              "dnsName",
              name + ".elb.example",
              "zoneId",
              "ZELB",
              "arnSuffix",
              "app/" + name + "/1");
      case "aws:lb/targetGroup:TargetGroup" -> Map.of("arnSuffix", "targetgroup/" + name + "/1");
      case "aws:rds/instance:Instance" ->
          Map.of(
              "address",
              name + ".rds.example",
              "masterUserSecrets",
              List.of(Map.of("secretArn", "arn:Secret:" + name + "-owner")));
      case "aws:amp/workspace:Workspace" ->
          Map.of("prometheusEndpoint", "https://" + name + ".aps.example/");
      case "aws:rds/proxy:Proxy" -> Map.of("endpoint", name + ".proxy.example");
      case "aws:elasticache/replicationGroup:ReplicationGroup" ->
          Map.of("configurationEndpointAddress", name + ".cache.example");
      case "aws:cloudfront/distribution:Distribution" ->
          Map.of("domainName", name + ".cloudfront.example", "hostedZoneId", "ZCLOUDFRONT");
      case "aws:s3/bucketV2:BucketV2" ->
          Map.of("bucketRegionalDomainName", inputs.get("bucket") + ".s3.example");
      case "aws:ecr/repository:Repository" -> Map.of("repositoryUrl", "registry.example/" + name);
      case "aws:ec2/vpcEndpoint:VpcEndpoint" -> Map.of("prefixListId", "pl-" + name);
      case "aws:acm/certificate:Certificate" -> Map.of("domainValidationOptions", proofs(inputs));
      case "aws:route53/record:Record" -> Map.of("fqdn", inputs.get("name"));
      default -> Map.of();
    };
  }

  private static List<Map<String, Object>> proofs(Map<String, Object> inputs) {
    var names = new java.util.ArrayList<Object>(List.of(inputs.get("domainName")));
    if (inputs.get("subjectAlternativeNames") instanceof List<?> more) {
      names.addAll(more);
    }
    return names.stream()
        .map(
            name ->
                Map.<String, Object>of(
                    "domainName",
                    name,
                    "resourceRecordName",
                    "_proof." + name,
                    "resourceRecordType",
                    "CNAME",
                    "resourceRecordValue",
                    "proof.example"))
        .toList();
  }
}
