package io.clientele.persistence.account;

import io.clientele.persistence.migration.SchemaContribution;
import java.util.List;
import java.util.Map;

/** The schema of the account context. */
public final class AccountSchema {
  private AccountSchema() {}

  /** Two migrations are written in Java, because the service folds texts. */
  public static SchemaContribution contribution() {
    return new SchemaContribution(
        "account", Map.of(), List.of(new RefoldStoredTexts(), new FillAccountTerms()), List.of());
  }
}
