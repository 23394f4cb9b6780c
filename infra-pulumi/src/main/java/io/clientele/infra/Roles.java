package io.clientele.infra;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.resources.CustomResourceOptions;

/** Roles that say in one place who takes them and all that they may do. */
final class Roles {
  private Roles() {}

  /** A role for a service of AWS; without statements it may do nothing. */
  static Role forService(
      String name, String service, CustomResourceOptions options, Statement... allowed) {
    return assumed(name, Statement.assumedBy(service), options, allowed);
  }

  static Role assumed(
      String name, Statement trust, CustomResourceOptions options, Statement... allowed) {
    var role =
        new Role(
            name,
            RoleArgs.builder().name(name).assumeRolePolicy(Statement.document(trust)).build(),
            options);
    if (allowed.length > 0) {
      new RolePolicy(
          name,
          RolePolicyArgs.builder().role(role.id()).policy(Statement.document(allowed)).build(),
          options);
    }
    return role;
  }
}
