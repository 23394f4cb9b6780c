package io.clientele.domain.identity;

/** What a use case asks of its actor. */
public enum Permission {
  /** See one account and its views. */
  VIEW_ACCOUNT,
  /** See accounts that are not one's own, and lists of them. */
  VIEW_ACCOUNTS,
  /** Amend a profile. */
  AMEND_ACCOUNT,
  /** Open, suspend, reactivate and close. */
  CHANGE_ACCOUNTS,
  /** See flushes and the reconciliation of views. */
  VIEW_COUNTER,
  /** Flush now. */
  FLUSH_VIEWS
}
