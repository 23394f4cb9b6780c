package io.clientele.infra.component;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;

/** Creates customer-managed KMS keys, each with a key policy. */
public final class KmsKeys {
  private static final int DELETION_WINDOW_DAYS = 30;

  private KmsKeys() {}

  /**
   * Creates a key. IAM roles of the account decide who uses it; {@code services} are the AWS
   * services that may use it as well.
   */
  public static Key of(
      Component component,
      String name,
      CustomResourceOptions options,
      PolicyStatement... services) {
    var statements = new ArrayList<PolicyStatement>();
    statements.add(
        PolicyStatement.allow(PolicyStatement.ANY, "kms:*")
            .principal("AWS", "arn:aws:iam::" + component.context().account() + ":root"));
    statements.addAll(List.of(services));
    var key =
        new Key(
            component.named(name),
            KeyArgs.builder()
                .description(component.named(name))
                .enableKeyRotation(true)
                .deletionWindowInDays(DELETION_WINDOW_DAYS)
                .policy(PolicyStatement.document(statements.toArray(PolicyStatement[]::new)))
                .build(),
            options);
    new Alias(
        component.named(name),
        AliasArgs.builder().name("alias/" + component.named(name)).targetKeyId(key.keyId()).build(),
        options);
    return key;
  }
}
