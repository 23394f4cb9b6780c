package io.clientele.domain.account;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.DomainEvent;
import io.clientele.domain.kernel.FieldChange;
import io.clientele.domain.kernel.event.PublishedTypes;
import java.util.List;
import java.util.Objects;

/** An event of an account. */
public sealed interface AccountEvent extends DomainEvent {
  /** The types that are published. */
  PublishedTypes TYPES =
      PublishedTypes.of(
          "account.opened",
          "account.amended",
          "account.suspended",
          "account.reactivated",
          "account.closed",
          "account.erased");

  /** The account. */
  AccountId id();

  @Override
  default boolean isPublished() {
    return true;
  }

  /** The account was opened. */
  record Opened(AccountId id, Profile profile) implements AccountEvent {
    public Opened {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(profile, "profile");
    }

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

  /** The profile was changed. */
  record Amended(AccountId id, Profile before, Profile after) implements AccountEvent {
    public Amended {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }

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

  /** The account was suspended. */
  record Suspended(AccountId id) implements AccountEvent {
    public Suspended {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String action() {
      return "account.suspended";
    }
  }

  /** The account was reactivated. */
  record Reactivated(AccountId id) implements AccountEvent {
    public Reactivated {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String action() {
      return "account.reactivated";
    }
  }

  /** The account was closed. */
  record Closed(AccountId id) implements AccountEvent {
    public Closed {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String action() {
      return "account.closed";
    }
  }

  /** The personal data of the account were removed permanently. */
  record Erased(AccountId id) implements AccountEvent {
    public Erased {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public String action() {
      return "account.erased";
    }
  }
}
