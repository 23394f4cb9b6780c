package io.clientele.infra.data;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.inputs.SecretReplicaArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The Secrets Manager secrets, by the name of the setting that reads them. This component creates
 * them without values, so the Pulumi state contains no secret except the cache's.
 *
 * <p>The migration writes {@code DATABASE_URL}, {@code MIGRATION_URL} and the proxy's login. {@link
 * ValkeyCache} writes {@code REDIS_URL}. An operator sets the others once.
 */
public final class ServiceSecrets {
  public static final String DATABASE_URL = "DATABASE_URL";
  public static final String DATABASE_REPLICA_URL = "DATABASE_REPLICA_URL";
  public static final String MIGRATION_URL = "MIGRATION_URL";
  public static final String REDIS_URL = "REDIS_URL";
  public static final String TOKEN_KEYS = "TOKEN_KEYS";
  public static final String DATA_KEYS = "DATA_KEYS";
  public static final String ADMIN_PASSWORD = "ADMIN_PASSWORD";
  public static final String SMTP_URL = "SMTP_URL";

  private final Component component;
  private final Key key;
  private final Optional<SecretReplicaArgs> replica;
  private final Secret proxyLogin;
  private final Map<String, Secret> settings = new LinkedHashMap<>();

  ServiceSecrets(Component component, Key key, Optional<BackupRegion> backups) {
    this.component = component;
    this.key = key;
    replica = backups.map(BackupRegion::secretReplica);
    proxyLogin = secret("proxy-login");
    for (var setting :
        new String[] {
          DATABASE_URL, MIGRATION_URL, REDIS_URL, TOKEN_KEYS, DATA_KEYS, ADMIN_PASSWORD
        }) {
      settings.put(setting, secret(setting));
    }
    if (component.context().environment().database().hasReplica()) {
      settings.put(DATABASE_REPLICA_URL, secret(DATABASE_REPLICA_URL));
    }
    if (component.context().environment().settings().mailFrom().isPresent()) {
      settings.put(SMTP_URL, secret(SMTP_URL));
    }
  }

  private Secret secret(String name) {
    var environment = component.context().environment();
    var args =
        SecretArgs.builder()
            .name("clientele/" + environment.stage().id() + "/" + name)
            .kmsKeyId(key.arn())
            .recoveryWindowInDays(environment.keepsData() ? 30 : 0);
    replica.ifPresent(args::replicas);
    return new Secret(component.named(name), args.build(), component.protectedOptions());
  }

  /** The ARN of the secret with the login that the proxy and the service's role share. */
  public Output<String> proxyLogin() {
    return proxyLogin.arn();
  }

  /** Returns the ARN of a setting's secret. */
  public Output<String> arn(String setting) {
    var secret = settings.get(setting);
    if (secret == null) {
      throw new IllegalArgumentException(setting + " is no secret");
    }
    return secret.arn();
  }
}
