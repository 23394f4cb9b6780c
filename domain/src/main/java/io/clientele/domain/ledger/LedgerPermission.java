package io.clientele.domain.ledger;

import io.clientele.domain.identity.Grants;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.Permission;
import java.util.Map;
import java.util.Set;

/** The permissions of the ledger. */
public enum LedgerPermission implements Permission {
  /** See pockets, balances and transfers; a customer sees those of its own account. */
  VIEW_POCKETS,
  /** See every pocket, assets, and whether the ledger balances. */
  VIEW_LEDGER,
  /** Post a transfer; a customer posts out of its own pockets only. */
  POST_TRANSFER,
  /** Post any transfer between any pockets. */
  POST_ALL_TRANSFERS,
  /** Open pockets of accounts, freeze and close pockets. */
  CHANGE_POCKETS,
  /** Define assets and prices, open house pockets, change floors. */
  ADMINISTER_LEDGER;

  /** The roles that hold these permissions. */
  public static final Grants GRANTS =
      new Grants(
          Set.of(values()),
          Map.of(
              Role.OPERATOR,
              Set.of(VIEW_POCKETS, VIEW_LEDGER, POST_TRANSFER, POST_ALL_TRANSFERS, CHANGE_POCKETS),
              Role.AUDITOR,
              Set.of(VIEW_POCKETS, VIEW_LEDGER),
              Role.CUSTOMER,
              Set.of(VIEW_POCKETS, POST_TRANSFER)));
}
