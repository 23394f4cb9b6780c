package io.clientele.domain.product;

/** Who sees a product and who can order it. Each status can follow each other. */
public enum ProductStatus {
  /** Customers do not see it. */
  DRAFT,
  /** Customers see and order it. */
  ACTIVE,
  /** Customers who know its id see it; it is not ordered any more. */
  RETIRED
}
