package io.clientele.domain.views.ledger;

import io.clientele.domain.views.staging.ViewStaging;

/** Which way a writer's batches reach the ledger. */
public enum DeliveryPath {
  /** Through a {@link ViewStaging}. */
  STAGING,
  /** By its own transactions; such a writer has no part in what is staged. */
  DIRECT
}
