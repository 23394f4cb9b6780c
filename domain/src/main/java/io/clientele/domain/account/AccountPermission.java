package io.clientele.domain.account;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of accounts. */
public enum AccountPermission implements Permission {
  /** See one account and its views. */
  VIEW_ACCOUNT,
  /** See any account, and lists of accounts. */
  VIEW_ACCOUNTS,
  /** Amend a profile. */
  AMEND_ACCOUNT,
  /** Amend a tax id. */
  AMEND_TAX_ID,
  /** State whether an account's e-mail address is verified. */
  VERIFY_EMAIL,
  /** Open, suspend, reactivate and close. */
  CHANGE_ACCOUNTS,
  /** Erase personal data. */
  ERASE_ACCOUNTS,
  /** Open many accounts at once. */
  IMPORT_ACCOUNTS,
  /** Export all accounts. */
  EXPORT_ACCOUNTS;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR,
              Set.of(
                  VIEW_ACCOUNT,
                  VIEW_ACCOUNTS,
                  AMEND_ACCOUNT,
                  AMEND_TAX_ID,
                  VERIFY_EMAIL,
                  CHANGE_ACCOUNTS),
              Role.AUDITOR,
              Set.of(VIEW_ACCOUNT, VIEW_ACCOUNTS, EXPORT_ACCOUNTS),
              Role.CUSTOMER,
              Set.of(VIEW_ACCOUNT, AMEND_ACCOUNT)));
}
