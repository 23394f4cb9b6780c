package io.clientele.infra.rules;

import io.clientele.infra.config.DeploymentStage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An exception from a rule, with its reason.
 *
 * @param resource the end of the resource's name; empty for all resources
 */
record RuleExemption(String rule, String resource, Set<DeploymentStage> stages, String reason) {
  private static final Set<DeploymentStage> SMALL =
      EnumSet.of(DeploymentStage.DEV, DeploymentStage.STAGING);

  boolean covers(StackRule broken, String offender, DeploymentStage stage) {
    return broken.id().equals(rule)
        && stages.contains(stage)
        && !offender.endsWith("-other")
        && (resource.isEmpty() || offender.endsWith("-" + resource));
  }

  static List<RuleExemption> all() {
    return Stream.of(
            small(
                "RDS.8",
                "the environment is destroyed when it is not needed and holds no user data"),
            small("ELB.6", "the environment is destroyed when it is not needed"),
            new RuleExemption(
                "RDS.5",
                "data",
                EnumSet.of(DeploymentStage.DEV),
                "a standby doubles the price of an environment for trials"),
            new RuleExemption(
                "RDS.11", "data", EnumSet.of(DeploymentStage.DEV), "its data can be recreated"),
            always(
                "ELB.5",
                "balancer",
                "a record holds the URL with its query string, which is personal; the web ACL logs"
                    + " each request without it, the balancer each connection"),
            always("S3.9", "logs", "it would log its own log writes, in a loop"),
            always(
                "CKV_AWS_117",
                "migrate",
                "it talks to AWS alone; inside it would need more endpoints, and reach the"
                    + " database that only the task should"),
            always(
                "CKV_AWS_117",
                "erasures",
                "it talks to S3 alone, and needs nothing that is inside"),
            always(
                "CKV_AWS_338",
                "",
                "7 and 30 days are the requirement; the audit trail is in PostgreSQL"),
            rotated(
                "proxy-login",
                "a migration does not change an existing role; an operator rotates both by hand"),
            rotated("DATABASE_URL", "contains the password of proxy-login"),
            replica("RDS.5", "a replica is no standby; the primary has one of its own"),
            replica("RDS.11", "the primary is backed up"),
            replica("CLIENTELE.password-rotation", "a replica has the roles of its primary"),
            replica("RDS.25", "a replica has the roles of its primary"),
            new RuleExemption(
                "SecretsManager.1",
                "DATABASE_REPLICA_URL",
                EnumSet.of(DeploymentStage.PROD),
                "contains the password of proxy-login"),
            rotated("MIGRATION_URL", "each migration writes it from the password that RDS rotates"),
            rotated("REDIS_URL", "contains cacheToken, which an operator sets"),
            rotated(
                "TOKEN_KEYS",
                "a new key is added in front; the old one stays until its tokens expire"),
            rotated(
                "DATA_KEYS", "data are wrapped with it: a new one is put first, none is dropped"),
            rotated("ADMIN_PASSWORD", "is read only while there is no administrator"),
            new RuleExemption(
                "SecretsManager.1",
                "SMTP_URL",
                EnumSet.of(DeploymentStage.PROD),
                "the mail provider issues the login; an operator sets it"))
        .toList();
  }

  private static RuleExemption small(String rule, String reason) {
    return new RuleExemption(rule, "", SMALL, reason);
  }

  private static RuleExemption always(String rule, String resource, String reason) {
    return new RuleExemption(
        rule, resource, EnumSet.copyOf(Arrays.asList(DeploymentStage.values())), reason);
  }

  private static RuleExemption replica(String rule, String reason) {
    return new RuleExemption(rule, "replica", EnumSet.of(DeploymentStage.PROD), reason);
  }

  private static RuleExemption rotated(String secret, String reason) {
    return always("SecretsManager.1", secret, reason);
  }
}
