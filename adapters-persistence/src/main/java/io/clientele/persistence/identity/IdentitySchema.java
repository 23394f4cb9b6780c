package io.clientele.persistence.identity;

import io.clientele.persistence.migration.SchemaContribution;

/** What the identity context contributes to the schema. */
public final class IdentitySchema {
  private IdentitySchema() {}

  /** Returns SQL files and grants only. */
  public static SchemaContribution contribution() {
    return SchemaContribution.of("identity");
  }
}
