package io.clientele.application.care;

import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.AccountId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an account, and why it is suspended.
 *
 * @param owner null if it has none
 * @param suspension null if it is not suspended, or its suspension is not in the audit trail yet
 */
public record AccountCare(
    AccountId account, @Nullable Owner owner, @Nullable Suspension suspension) {
  public AccountCare {
    Objects.requireNonNull(account, "account");
  }

  /**
   * The operator who owns the relationship with the account.
   *
   * @param name null once the operator was removed
   */
  public record Owner(OperatorId id, @Nullable DisplayName name, Instant since) {
    public Owner {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * The suspension that is in force.
   *
   * @param actor who suspended the account, such as {@code operator:0199f3b2-…}
   * @param actorName null if the actor is no operator, or was removed
   * @param reason null if none was given
   */
  public record Suspension(
      Instant since, String actor, @Nullable DisplayName actorName, @Nullable String reason) {
    public Suspension {
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(actor, "actor");
    }
  }
}
