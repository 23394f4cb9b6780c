package io.clientele.domain.kernel.account;

/** What other contexts may do with an account. */
public enum AccountStanding {
  /** The account takes part in everything. */
  ACTIVE,
  /** The account is suspended: its customer changes nothing. */
  SUSPENDED,
  /** The account is closed permanently. */
  CLOSED,
  /** The account is closed, and its personal data are removed. */
  ERASED,
  /** There never was such an account. */
  ABSENT
}
