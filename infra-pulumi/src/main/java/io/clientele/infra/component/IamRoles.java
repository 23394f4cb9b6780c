package io.clientele.infra.component;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.resources.CustomResourceOptions;

/** Creates IAM roles, each with its trust policy and all its permissions in one place. */
public final class IamRoles {
  private IamRoles() {}

  /** Creates a role that an AWS service assumes. Without statements it has no permissions. */
  public static Role forService(
      String name, String service, CustomResourceOptions options, PolicyStatement... allowed) {
    return assumed(name, PolicyStatement.assumedBy(service), options, allowed);
  }

  public static Role assumed(
      String name,
      PolicyStatement trust,
      CustomResourceOptions options,
      PolicyStatement... allowed) {
    var role =
        new Role(
            name,
            RoleArgs.builder().name(name).assumeRolePolicy(PolicyStatement.document(trust)).build(),
            options);
    if (allowed.length > 0) {
      new RolePolicy(
          name,
          RolePolicyArgs.builder()
              .role(role.id())
              .policy(PolicyStatement.document(allowed))
              .build(),
          options);
    }
    return role;
  }
}
