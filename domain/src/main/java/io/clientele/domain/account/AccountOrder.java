package io.clientele.domain.account;

/** The order of a list. Equal accounts are ordered by id, in the same direction. */
public enum AccountOrder {
  /** Oldest first. */
  CREATED,
  /** Newest first. */
  CREATED_DESCENDING,
  /** By name, ignoring accents and case. */
  NAME,
  /** By name, descending. */
  NAME_DESCENDING,
  /** Least viewed first, by persisted views, which may be a minute old. */
  VIEWS,
  /** Most viewed first. */
  VIEWS_DESCENDING
}
