package io.clientele.domain.kernel;

/** What a use case asks of its actor. */
public enum Permission {
  /** See who one is, and end one's own session. */
  VIEW_SELF,
  /** Choose another password for oneself. */
  CHANGE_OWN_PASSWORD,
  /** See one account and its views. */
  VIEW_ACCOUNT,
  /** See accounts that are not one's own, and lists of them. */
  VIEW_ACCOUNTS,
  /** Amend a profile. */
  AMEND_ACCOUNT,
  /** Amend what a treasury knows a client by. */
  AMEND_TAX_ID,
  /** State that an account's e-mail address is verified, or that it is not. */
  VERIFY_EMAIL,
  /** Open, suspend, reactivate and close. */
  CHANGE_ACCOUNTS,
  /** Remove personal data for good. */
  ERASE_ACCOUNTS,
  /** Open many accounts at once. */
  IMPORT_ACCOUNTS,
  /** Take all accounts along. */
  EXPORT_ACCOUNTS,
  /** See flushes and the reconciliation of views. */
  VIEW_COUNTER,
  /** Flush now. */
  FLUSH_VIEWS,
  /** See who did what, and verify that nothing of it was changed. */
  VIEW_AUDIT,
  /** See operators and API keys. */
  VIEW_OPERATORS,
  /** Let operators and API keys in, change what they may do, and shut them out. */
  CHANGE_OPERATORS
}
