package io.clientele.infra.component;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.resources.CustomResourceOptions;

/** Roles that say in one place who takes them and all that they may do. */
public final class IamRoles {
  private IamRoles() {}

  /** A role for a service of AWS; without statements it may do nothing. */
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
