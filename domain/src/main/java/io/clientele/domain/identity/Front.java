package io.clientele.domain.identity;

/** A face of the service, with an API document and credentials of its own. */
public enum Front {
  /** For those who run the shop: operators, auditors, administrators, and their systems. */
  OPERATIONS,
  /** For customers, each of one account, and for visitors. */
  STORE
}
