package io.clientele.infra;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.ArrayList;
import java.util.List;

/** Keys of our own, each with a policy that says who may use it. */
final class Keys {
  private static final int DAYS_TO_REGRET = 30;

  private Keys() {}

  /** The account decides by its roles who uses it; services of AWS are told here. */
  static Key of(Part component, String name, CustomResourceOptions options, Statement... services) {
    var statements = new ArrayList<Statement>();
    statements.add(
        Statement.allow(Statement.ANY, "kms:*")
            .by("AWS", "arn:aws:iam::" + component.context().account() + ":root"));
    statements.addAll(List.of(services));
    var key =
        new Key(
            component.named(name),
            KeyArgs.builder()
                .description(component.named(name))
                .enableKeyRotation(true)
                .deletionWindowInDays(DAYS_TO_REGRET)
                .policy(Statement.document(statements.toArray(Statement[]::new)))
                .build(),
            options);
    new Alias(
        component.named(name),
        AliasArgs.builder().name("alias/" + component.named(name)).targetKeyId(key.keyId()).build(),
        options);
    return key;
  }
}
