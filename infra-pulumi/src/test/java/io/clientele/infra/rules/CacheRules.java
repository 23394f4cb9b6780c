package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Rules for the cache. */
final class CacheRules {
  static final String GROUP = "elasticache/replicationGroup:ReplicationGroup";
  private static final String PARAMETERS = "elasticache/parameterGroup:ParameterGroup";

  private CacheRules() {}

  static List<StackRule> all() {
    return List.of(
        cache(
            "ElastiCache.1",
            "automatic backups are on",
            node -> node.number("snapshotRetentionLimit") >= 1,
            "snapshotRetentionLimit",
            0.0),
        is("ElastiCache.2", "minor versions are upgraded automatically", "autoMinorVersionUpgrade"),
        is("ElastiCache.3", "automatic failover is on", "automaticFailoverEnabled"),
        is("ElastiCache.4", "the cache is encrypted at rest", "atRestEncryptionEnabled"),
        is("ElastiCache.5", "the cache is encrypted in transit", "transitEncryptionEnabled"),
        cache(
            "ElastiCache.6",
            "the cache requires an auth token",
            node -> node.text("authToken").length() >= 32,
            "authToken",
            null),
        cache(
            "ElastiCache.7",
            "the cache uses its own subnet group",
            node -> !node.text("subnetGroupName").matches("|default"),
            "subnetGroupName",
            "default"),
        is("CLIENTELE.cache-zones", "replicas are in other zones", "multiAzEnabled"),
        cache(
            "CKV_AWS_191",
            "data is encrypted with a customer-managed key",
            node -> node.text("kmsKeyId").contains("Key:"),
            "kmsKeyId",
            null),
        cache(
            "CLIENTELE.cache-replica",
            "the cache runs in cluster mode with a replica for each shard",
            node ->
                node.number("replicasPerNodeGroup") >= 1
                    && node.text("clusterMode").equals("enabled"),
            "replicasPerNodeGroup",
            0.0),
        StackRule.each(
            "CLIENTELE.no-eviction",
            "the cache never evicts keys",
            PARAMETERS,
            node ->
                node.list("parameters").stream()
                    .map(each -> (Map<?, ?>) each)
                    .anyMatch(
                        each ->
                            "maxmemory-policy".equals(each.get("name"))
                                && "noeviction".equals(each.get("value"))),
            graph -> graph.set(PARAMETERS, "cache", "parameters.1.value", "allkeys-lru")));
  }

  private static StackRule is(String id, String text, String property) {
    return cache(id, text, node -> node.is(property), property, false);
  }

  private static StackRule cache(
      String id, String text, Predicate<ResourceNode> holds, String property, Object invalid) {
    return StackRule.each(
        id, text, GROUP, holds, graph -> graph.set(GROUP, "cache", property, invalid));
  }
}
