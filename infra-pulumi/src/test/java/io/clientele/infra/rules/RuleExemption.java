package io.clientele.infra.rules;

import io.clientele.infra.config.DeploymentStage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a rule need not hold, and why.
 *
 * @param resource the end of the resource's name; empty means each
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
            small("RDS.8", "it is taken down when it is not needed, and nobody's data are in it"),
            small("ELB.6", "it is taken down when it is not needed"),
            new RuleExemption(
                "RDS.5",
                "data",
                EnumSet.of(DeploymentStage.DEV),
                "a standby doubles the price of a toy"),
            new RuleExemption(
                "RDS.11",
                "data",
                EnumSet.of(DeploymentStage.DEV),
                "what is in it can be made again"),
            always(
                "ELB.5",
                "balancer",
                "a record holds the URL with its query string, which is personal; the web ACL logs"
                    + " each request without it, the balancer each connection"),
            always("S3.9", "logs", "it would log what it writes about itself, for ever"),
            always(
                "CKV_AWS_117",
                "migrate",
                "it talks to AWS alone; inside it would need more endpoints, and reach the"
                    + " database that only the task should"),
            always(
                "CKV_AWS_338",
                "",
                "7 and 30 days are what was asked for; the audit trail is in PostgreSQL"),
            rotated(
                "proxy-login",
                "a migration leaves a role alone that is there: changed by hand, with it"),
            rotated("DATABASE_URL", "holds the same password as the proxy's login"),
            rotated("MIGRATION_URL", "written anew, from what RDS rotates, by each migration"),
            rotated("REDIS_URL", "follows cacheToken, which a person sets"),
            rotated("TOKEN_KEYS", "a new key is put first and the old one kept until it expires"),
            rotated(
                "DATA_KEYS", "data are wrapped with it: a new one is put first, none is dropped"),
            rotated("ADMIN_PASSWORD", "read once, while there is no administrator"))
        .toList();
  }

  private static RuleExemption small(String rule, String reason) {
    return new RuleExemption(rule, "", SMALL, reason);
  }

  private static RuleExemption always(String rule, String resource, String reason) {
    return new RuleExemption(
        rule, resource, EnumSet.copyOf(Arrays.asList(DeploymentStage.values())), reason);
  }

  private static RuleExemption rotated(String secret, String reason) {
    return always("SecretsManager.1", secret, reason);
  }
}
