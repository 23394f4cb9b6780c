package io.clientele.domain.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An action or a refused attempt, as the audit trail records it. Personal data are in the changes
 * and the reason only; these become unreadable when the person's data are erased. The reason of the
 * erasure itself is a reference without personal data and stays readable.
 *
 * @param action permanent name of the event, such as {@code account.opened}
 * @param account whose data it is about; null if it is about no account
 * @param subject another subject, such as {@code operator:0199f3b2-…}; null if there is none
 * @param changes the changed values, masked
 */
public record AuditEntry(
    Provenance act,
    String action,
    @Nullable AccountId account,
    @Nullable String subject,
    List<FieldChange> changes) {
  /** The field that holds the subject of an outside customer. */
  public static final String ACTOR_SUBJECT = "actor.subject";

  private static final String ERASED = "account.erased";

  public AuditEntry {
    Objects.requireNonNull(act, "act");
    Objects.requireNonNull(action, "action");
    changes = List.copyOf(Objects.requireNonNull(changes, "changes"));
  }

  /** Whether the entry records the erasure of its account. */
  public boolean isErasure() {
    return account != null && action.equals(ERASED);
  }

  /** Returns what stays readable of the entry when the data of its account are erased. */
  public AuditEntry erased() {
    var cause = act.cause();
    var reason = isErasure() ? cause.reason() : null;
    var readable = new Provenance(act.actor(), act.at(), new Causation(cause.requestId(), reason));
    return new AuditEntry(readable, action, account, subject, List.of());
  }

  /** Returns the entries of a change of an account, one for each event. */
  public static List<AuditEntry> of(Change<?> change, AccountId account) {
    return of(change, account, null);
  }

  /** Returns the entries of a change of another subject, which may belong to an account. */
  public static List<AuditEntry> of(
      Change<?> change, @Nullable AccountId account, @Nullable String subject) {
    return change.events().stream()
        .map(event -> of(change.act(), event, account, subject))
        .toList();
  }

  /** Returns the entry of one event. */
  public static AuditEntry of(
      Provenance act, DomainEvent event, @Nullable AccountId account, @Nullable String subject) {
    var details = details(event, act.cause(), account);
    return new AuditEntry(act, event.action(), account, subject, details);
  }

  /**
   * Adds the subject by which an outside issuer knows the customer who acted. The subject is
   * encrypted and erased with the other details. An entry without an account has no key, so it gets
   * none.
   */
  private static List<FieldChange> details(
      DomainEvent event, Causation cause, @Nullable AccountId account) {
    var details = new ArrayList<>(event.details());
    if (cause.subject() != null && account != null) {
      details.add(new FieldChange(ACTOR_SUBJECT, null, cause.subject()));
    }
    return details;
  }
}
