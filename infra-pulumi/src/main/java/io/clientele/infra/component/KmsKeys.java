package io.clientele.infra.component;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;

/** Keys of our own, each with a policy that says who may use it. */
public final class KmsKeys {
  private static final int DAYS_TO_REGRET = 30;

  private KmsKeys() {}

  /** The account decides by its roles who uses it; services of AWS are told here. */
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
                .deletionWindowInDays(DAYS_TO_REGRET)
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
