package io.clientele.persistence.account;

import io.clientele.persistence.migration.SchemaContribution;
import java.util.List;
import java.util.Map;

/** The schema of the account context. */
public final class AccountSchema {
  private AccountSchema() {}

  /** Migration 60, which is written in Java. */
  public static SchemaContribution contribution() {
    return new SchemaContribution("account", Map.of(), List.of(new RefoldStoredTexts()), List.of());
  }
}
