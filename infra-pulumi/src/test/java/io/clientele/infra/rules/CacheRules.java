package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Redis' place. */
final class CacheRules {
  static final String GROUP = "elasticache/replicationGroup:ReplicationGroup";
  private static final String PARAMETERS = "elasticache/parameterGroup:ParameterGroup";

  private CacheRules() {}

  static List<StackRule> all() {
    return List.of(
        cache(
            "ElastiCache.1",
            "it is backed up by itself",
            node -> node.number("snapshotRetentionLimit") >= 1,
            "snapshotRetentionLimit",
            0.0),
        is("ElastiCache.2", "it takes minor versions by itself", "autoMinorVersionUpgrade"),
        is("ElastiCache.3", "a replica takes over", "automaticFailoverEnabled"),
        is("ElastiCache.4", "it is encrypted at rest", "atRestEncryptionEnabled"),
        is("ElastiCache.5", "it is encrypted on the way", "transitEncryptionEnabled"),
        cache(
            "ElastiCache.6",
            "it wants a token",
            node -> node.text("authToken").length() >= 32,
            "authToken",
            null),
        cache(
            "ElastiCache.7",
            "it has subnets of its own",
            node -> !node.text("subnetGroupName").matches("|default"),
            "subnetGroupName",
            "default"),
        is("OURS.cache-zones", "its replicas stand in other zones", "multiAzEnabled"),
        cache(
            "CKV_AWS_191",
            "the key is ours",
            node -> node.text("kmsKeyId").contains("Key:"),
            "kmsKeyId",
            null),
        cache(
            "OURS.cache-replica",
            "each shard has a replica, and is one of a cluster",
            node ->
                node.number("replicasPerNodeGroup") >= 1
                    && node.text("clusterMode").equals("enabled"),
            "replicasPerNodeGroup",
            0.0),
        StackRule.each(
            "OURS.noeviction",
            "it never forgets a view to make room",
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
      String id, String text, Predicate<ResourceNode> holds, String property, Object wrong) {
    return StackRule.each(
        id, text, GROUP, holds, graph -> graph.set(GROUP, "cache", property, wrong));
  }
}
