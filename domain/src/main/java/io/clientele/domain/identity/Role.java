package io.clientele.domain.identity;

import static io.clientele.domain.kernel.Permission.AMEND_ACCOUNT;
import static io.clientele.domain.kernel.Permission.AMEND_TAX_ID;
import static io.clientele.domain.kernel.Permission.CHANGE_ACCOUNTS;
import static io.clientele.domain.kernel.Permission.CHANGE_OWN_PASSWORD;
import static io.clientele.domain.kernel.Permission.EXPORT_ACCOUNTS;
import static io.clientele.domain.kernel.Permission.VERIFY_EMAIL;
import static io.clientele.domain.kernel.Permission.VIEW_ACCOUNT;
import static io.clientele.domain.kernel.Permission.VIEW_ACCOUNTS;
import static io.clientele.domain.kernel.Permission.VIEW_AUDIT;
import static io.clientele.domain.kernel.Permission.VIEW_COUNTER;
import static io.clientele.domain.kernel.Permission.VIEW_OPERATORS;
import static io.clientele.domain.kernel.Permission.VIEW_SELF;

import io.clientele.domain.kernel.Permission;
import java.util.EnumSet;
import java.util.Set;

/** What an actor is to us, and so may do. */
public enum Role {
  /** Runs the service. */
  ADMIN(EnumSet.allOf(Permission.class)),
  /** Works on accounts. */
  OPERATOR(
      EnumSet.of(
          VIEW_SELF,
          CHANGE_OWN_PASSWORD,
          VIEW_ACCOUNT,
          VIEW_ACCOUNTS,
          AMEND_ACCOUNT,
          AMEND_TAX_ID,
          VERIFY_EMAIL,
          CHANGE_ACCOUNTS,
          VIEW_COUNTER)),
  /** Sees everything, changes nothing. */
  AUDITOR(
      EnumSet.of(
          VIEW_SELF,
          CHANGE_OWN_PASSWORD,
          VIEW_ACCOUNT,
          VIEW_ACCOUNTS,
          EXPORT_ACCOUNTS,
          VIEW_COUNTER,
          VIEW_AUDIT,
          VIEW_OPERATORS)),
  /** Sees and amends its own account alone. */
  CUSTOMER(EnumSet.of(VIEW_SELF, VIEW_ACCOUNT, AMEND_ACCOUNT));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = Set.copyOf(permissions);
  }

  /** Whether this role alone allows it. */
  public boolean allows(Permission permission) {
    return permissions.contains(permission);
  }
}
