package io.clientele.domain.account;

/** How a list is sorted; ids settle ties, in the same direction. */
public enum AccountOrder {
  /** Oldest first. */
  CREATED,
  /** Newest first. */
  CREATED_DESCENDING,
  /** By name, accents and case ignored. */
  NAME,
  /** By name, backwards. */
  NAME_DESCENDING,
  /** Least viewed first, by views that were persisted up to a minute ago. */
  VIEWS,
  /** Most viewed first. */
  VIEWS_DESCENDING
}
