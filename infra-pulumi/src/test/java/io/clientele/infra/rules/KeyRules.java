package io.clientele.infra.rules;

import io.clientele.infra.graph.ResourceGraph;
import io.clientele.infra.graph.ResourceNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Rules for KMS keys and secrets, and for the protection of what is stored. */
final class KeyRules {
  private static final String KEY = "kms/key:Key";
  private static final String SECRET = "secretsmanager/secret:Secret";
  private static final String VERSION = "secretsmanager/secretVersion:SecretVersion";

  private static final String LOCK =
      "s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2";

  private KeyRules() {}

  static List<StackRule> all() {
    return Stream.of(keys(), stored()).flatMap(List::stream).toList();
  }

  private static List<StackRule> keys() {
    return List.of(
        StackRule.each(
            "KMS.4",
            "KMS keys are rotated",
            KEY,
            node -> node.is("enableKeyRotation"),
            graph -> graph.set(KEY, "logs", "enableKeyRotation", false)),
        StackRule.each(
            "CKV2_AWS_64",
            "a KMS key has a key policy",
            KEY,
            node -> node.text("policy").contains(":root"),
            graph -> graph.set(KEY, "alarms", "policy", null)),
        StackRule.each(
            "CKV_AWS_149",
            "secrets are encrypted with a customer-managed key",
            SECRET,
            node -> node.text("kmsKeyId").contains("Key:"),
            graph -> graph.set(SECRET, "TOKEN_KEYS", "kmsKeyId", null)),
        StackRule.each(
            "SecretsManager.1",
            "secrets are rotated",
            SECRET,
            node -> false,
            graph ->
                graph.plus(NetworkRules.node(SECRET, "other", Map.of("kmsKeyId", "arn:Key:some")))),
        StackRule.whole(
            "CLIENTELE.no-secret-values",
            "the program sets no secret value except the cache's",
            graph ->
                graph
                    .all(VERSION)
                    .filter(node -> !node.name().endsWith("-redis-url"))
                    .map(ResourceNode::name),
            graph ->
                graph.plus(
                    NetworkRules.node(VERSION, "mistake", Map.of("secretString", "horse")))));
  }

  private static List<StackRule> stored() {
    return List.of(
        StackRule.whole(
            "CLIENTELE.erasures-kept",
            "erasures are locked for longer than the oldest backup, in prod without exception",
            graph ->
                Stream.of(graph.one(LOCK, "erasures"))
                    .filter(lock -> !outlivesBackups(graph, lock))
                    .map(ResourceNode::name),
            graph -> graph.set(LOCK, "erasures", "rule.defaultRetention.days", 30.0)),
        StackRule.whole(
            "CLIENTELE.protected",
            "data stores and secrets in prod are protected from deletion",
            graph ->
                Stream.concat(
                        Stream.of(DataRules.DATABASE, CacheRules.GROUP, SECRET).flatMap(graph::all),
                        graph.all(KEY).filter(key -> key.name().matches(".*-(data|logs)")))
                    .filter(node -> !node.name().endsWith("-edge-logs"))
                    .filter(node -> !node.isProtected() && node.name().contains("-prod-"))
                    .filter(node -> !node.name().endsWith("-other"))
                    .map(ResourceNode::name),
            graph -> graph.edit(DataRules.DATABASE, "data", ResourceNode::unprotected)),
        StackRule.each(
            "CLIENTELE.retained",
            "a database server in prod stays in AWS when a restored one takes its place",
            DataRules.DATABASE,
            node -> node.isRetained() || !node.name().contains("-prod-"),
            graph -> graph.edit(DataRules.DATABASE, "data", ResourceNode::unretained)));
  }

  private static boolean outlivesBackups(ResourceGraph graph, ResourceNode lock) {
    var retention = "rule.defaultRetention.";
    return lock.number(retention + "days")
            > graph.one(DataRules.DATABASE, "data").number("backupRetentionPeriod")
        && lock.text(retention + "mode")
            .equals(lock.name().contains("-prod-") ? "COMPLIANCE" : "GOVERNANCE");
  }
}
