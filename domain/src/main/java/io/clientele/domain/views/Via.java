package io.clientele.domain.views;

/** Which way a writer's batches reach the ledger. */
public enum Via {
  /** Through a {@link ViewStaging}. */
  STAGING,
  /** By its own transactions; such a writer has no part in what is staged. */
  DIRECT
}
