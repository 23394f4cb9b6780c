package io.clientele.domain.views.staging;

/** How a RESET ended. */
public enum ResetResult {
  /** What is staged joins the ledger: nothing was thrown away. */
  CLEAN,
  /** What was staged is thrown away; living writers send again what the ledger does not have. */
  DISCARDED
}
