package io.clientele.infra.data;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.core.Output;
import io.clientele.infra.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Secrets, by the setting that they are for. Only places are made here; what goes in comes from
 * whoever knows it, so that this program's state holds none of them but the cache's.
 *
 * <p>{@code DATABASE_URL}, {@code MIGRATION_URL} and the proxy's login are written by the
 * migration, {@code REDIS_URL} by {@link ValkeyCache}, the rest by a person, once.
 */
public final class ServiceSecrets {
  public static final String DATABASE_URL = "DATABASE_URL";
  public static final String MIGRATION_URL = "MIGRATION_URL";
  public static final String REDIS_URL = "REDIS_URL";
  public static final String TOKEN_KEYS = "TOKEN_KEYS";
  public static final String DATA_KEYS = "DATA_KEYS";
  public static final String ADMIN_PASSWORD = "ADMIN_PASSWORD";

  private final Component component;
  private final Key key;
  private final Secret proxyLogin;
  private final Map<String, Secret> settings = new LinkedHashMap<>();

  ServiceSecrets(Component component, Key key) {
    this.component = component;
    this.key = key;
    proxyLogin = secret("proxy-login");
    for (var setting :
        new String[] {
          DATABASE_URL, MIGRATION_URL, REDIS_URL, TOKEN_KEYS, DATA_KEYS, ADMIN_PASSWORD
        }) {
      settings.put(setting, secret(setting));
    }
  }

  private Secret secret(String name) {
    var keeps = component.context().environment().keepsData();
    return new Secret(
        component.named(name),
        SecretArgs.builder()
            .name("clientele/" + component.context().environment().stage().id() + "/" + name)
            .kmsKeyId(key.arn())
            .recoveryWindowInDays(keeps ? 30 : 0)
            .build(),
        component.protectedOptions());
  }

  /** What the proxy and the service's role know of each other: user name and password. */
  public Output<String> proxyLogin() {
    return proxyLogin.arn();
  }

  /** Where a setting's value is. */
  public Output<String> arn(String setting) {
    var secret = settings.get(setting);
    if (secret == null) {
      throw new IllegalArgumentException(setting + " is no secret");
    }
    return secret.arn();
  }
}
