package io.clientele.persistence.identity;

import io.clientele.persistence.migration.SchemaContribution;

/** The schema of the identity context. */
public final class IdentitySchema {
  private IdentitySchema() {}

  /** Returns SQL files and grants only. */
  public static SchemaContribution contribution() {
    return SchemaContribution.of("identity");
  }
}
