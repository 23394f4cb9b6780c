package io.clientele.domain.identity;

/** The kind of an actor. {@link Grants} define which permissions a role holds. */
public enum Role {
  /** Runs the service. Holds every permission. */
  ADMIN,
  /** Works on accounts. */
  OPERATOR,
  /** Sees everything, changes nothing. */
  AUDITOR,
  /** Sees and amends its own account only. */
  CUSTOMER
}
