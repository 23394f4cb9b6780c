package io.clientele.domain.account;

import io.clientele.domain.account.AccountEvent.Amended;
import io.clientele.domain.account.AccountEvent.Closed;
import io.clientele.domain.account.AccountEvent.Erased;
import io.clientele.domain.account.AccountEvent.Opened;
import io.clientele.domain.account.AccountEvent.Reactivated;
import io.clientele.domain.account.AccountEvent.Suspended;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.CanonicalJson;
import io.clientele.domain.kernel.event.ChangeSubject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A client's account. {@code version} is the version that was read; storing a change raises it by
 * one, so the first stored version is 1. Immutable.
 */
public record Account(
    AccountId id,
    Profile profile,
    Status status,
    Instant createdAt,
    Instant updatedAt,
    long version) {
  public Account {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(createdAt, "createdAt");
    Objects.requireNonNull(updatedAt, "updatedAt");
  }

  /** An active and a suspended account can become suspended, active or closed; closed is final. */
  public enum Status {
    /** In use. */
    ACTIVE,
    /** Not in use for a time; can be reactivated. */
    SUSPENDED,
    /** Ended permanently; its e-mail and tax id are free for other accounts. */
    CLOSED
  }

  /** Returns whether this account exists for the actor: a customer sees only its own. */
  public static boolean maySee(Actor actor, AccountId id) {
    return actor.may(AccountPermission.VIEW_ACCOUNTS)
        || actor.may(AccountPermission.VIEW_ACCOUNT) && id.equals(actor.ownAccount());
  }

  /** Opens a new account, which is not stored yet. */
  public static Change<Account> open(AccountId id, Profile profile, Provenance act) {
    var account = new Account(id, profile, Status.ACTIVE, act.at(), act.at(), 0);
    return Change.of(account, new Opened(id, profile), act);
  }

  /** Replaces the profile; an equal profile is no change. */
  public Change<Account> amend(Profile amended, Provenance act) {
    requireOpen();
    return amended.equals(profile)
        ? Change.none(this, act)
        : Change.of(with(amended, status, act), new Amended(id, profile, amended), act);
  }

  /** Suspends the account; a suspended account does not change. */
  public Change<Account> suspend(Provenance act) {
    requireOpen();
    return status == Status.SUSPENDED
        ? Change.none(this, act)
        : Change.of(with(profile, Status.SUSPENDED, act), new Suspended(id), act);
  }

  /** Reactivates the account; an active account does not change. */
  public Change<Account> reactivate(Provenance act) {
    requireOpen();
    return status == Status.ACTIVE
        ? Change.none(this, act)
        : Change.of(with(profile, Status.ACTIVE, act), new Reactivated(id), act);
  }

  /** Closes the account; a closed account does not change. */
  public Change<Account> close(Provenance act) {
    return isOpen()
        ? Change.of(with(profile, Status.CLOSED, act), new Closed(id), act)
        : Change.none(this, act);
  }

  /** Returns whether the change closes its account; other contexts may refuse that. */
  public static boolean closes(Change<Account> change) {
    return change.events().stream().anyMatch(Closed.class::isInstance);
  }

  /** Returns the events of an erasure: an account that is not closed is closed first. */
  public static List<AccountEvent> erasure(AccountId id, Status before) {
    return before == Status.CLOSED
        ? List.of(new Erased(id))
        : List.of(new Closed(id), new Erased(id));
  }

  /** Whether the account can still change and its views count. */
  public boolean isOpen() {
    return status != Status.CLOSED;
  }

  /** Returns this state with the version under which it is stored. */
  public Account at(long stored) {
    return new Account(id, profile, status, createdAt, updatedAt, stored);
  }

  /** Returns the subject of the events of this state, under the version that storing gives it. */
  public ChangeSubject toStore() {
    return ChangeSubject.of(id).at(version + 1).with(CanonicalJson.write(json()));
  }

  private Map<String, Object> json() {
    var json = new TreeMap<String, Object>();
    json.put("id", id.toString());
    json.put("name", profile.name().value());
    json.put("email", profile.email().value());
    json.put("emailVerified", profile.emailVerified());
    var taxId = profile.taxId();
    if (taxId != null) {
      json.put("taxId", Map.of("country", taxId.country(), "value", taxId.value()));
    }
    json.put("status", status.name().toLowerCase(Locale.ROOT));
    json.put("metadata", profile.metadata().entries());
    json.put("createdAt", CanonicalJson.time(createdAt));
    json.put("updatedAt", CanonicalJson.time(updatedAt));
    return json;
  }

  private Account with(Profile newProfile, Status newStatus, Provenance act) {
    var later = act.at().isAfter(updatedAt) ? act.at() : updatedAt;
    return new Account(id, newProfile, newStatus, createdAt, later, version);
  }

  private void requireOpen() {
    if (!isOpen()) {
      throw new IllegalStateException("a closed account cannot change: " + id);
    }
  }
}
