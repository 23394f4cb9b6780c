package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import java.util.List;

/** What may happen to an account. */
public sealed interface AccountEvent extends DomainEvent {
  /** Whose event it is. */
  AccountId id();

  @Override
  default boolean isPublished() {
    return true;
  }

  /** It came to be. */
  record Opened(AccountId id, Profile profile) implements AccountEvent {
    @Override
    public String action() {
      return "account.opened";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("name", null, profile.name())
          .of("email", null, profile.email())
          .of("taxId", null, profile.taxId())
          .of("metadata", null, profile.metadata())
          .of("emailVerified", null, profile.emailVerified() ? true : null)
          .details();
    }
  }

  /** Its profile is another one now. */
  record Amended(AccountId id, Profile before, Profile after) implements AccountEvent {
    @Override
    public String action() {
      return "account.amended";
    }

    @Override
    public List<FieldChange> details() {
      return new FieldChange.Comparison()
          .of("name", before.name(), after.name())
          .of("email", before.email(), after.email())
          .of("taxId", before.taxId(), after.taxId())
          .of("metadata", before.metadata(), after.metadata())
          .of("emailVerified", before.emailVerified(), after.emailVerified())
          .details();
    }
  }

  /** It is held. */
  record Suspended(AccountId id) implements AccountEvent {
    @Override
    public String action() {
      return "account.suspended";
    }
  }

  /** It is in use again. */
  record Reactivated(AccountId id) implements AccountEvent {
    @Override
    public String action() {
      return "account.reactivated";
    }
  }

  /** It is over. */
  record Closed(AccountId id) implements AccountEvent {
    @Override
    public String action() {
      return "account.closed";
    }
  }

  /** Its data are removed for good. */
  record Erased(AccountId id) implements AccountEvent {
    @Override
    public String action() {
      return "account.erased";
    }
  }
}
