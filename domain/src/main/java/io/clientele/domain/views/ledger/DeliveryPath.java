package io.clientele.domain.views.ledger;

import io.clientele.domain.views.staging.ViewStaging;

/** The path by which a writer's batches reach the ledger. */
public enum DeliveryPath {
  /** Through a {@link ViewStaging}. */
  STAGING,
  /** By the writer's own transactions; such a writer has no part in staged batches. */
  DIRECT
}
