package io.clientele.domain.account;

import io.clientele.domain.kernel.PortUnavailable;

/**
 * Lists and searches the stored accounts. Implementations are safe for use by many threads and
 * throw {@link PortUnavailable} when the store cannot be reached.
 */
public interface AccountDirectory {
  /** Returns one page of the accounts that the query selects. An erased account is on no page. */
  AccountPage list(AccountQuery query);
}
