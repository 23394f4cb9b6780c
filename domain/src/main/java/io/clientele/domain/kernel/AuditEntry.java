package io.clientele.domain.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, or tried. What it says of a person stands in the changes and the reason,
 * nowhere else: these alone become unreadable when the person's data are erased.
 *
 * @param action permanent name of the event, such as {@code account.opened}
 * @param account whose data it is about; null if it is about no account
 * @param subject what else it is about, such as {@code operator:0199f3b2-…}; null if nothing
 * @param changes what is different since, masked
 */
public record AuditEntry(
    Provenance act,
    String action,
    @Nullable AccountId account,
    @Nullable String subject,
    List<FieldChange> changes) {
  /** The detail that holds the subject of an outside customer. */
  public static final String ACTOR_SUBJECT = "actor.subject";

  public AuditEntry {
    changes = List.copyOf(changes);
  }

  /** What a change of an account leaves in the trail: one entry for each event. */
  public static List<AuditEntry> of(Change<?> change, AccountId account) {
    return of(change, account, null);
  }

  /** What a change of something else leaves, and of an account only if the change is about one. */
  public static List<AuditEntry> of(
      Change<?> change, @Nullable AccountId account, @Nullable String subject) {
    return change.events().stream()
        .map(event -> of(change.act(), event, account, subject))
        .toList();
  }

  /** The entry of one event. */
  public static AuditEntry of(
      Provenance act, DomainEvent event, @Nullable AccountId account, @Nullable String subject) {
    var details = details(event, act.cause(), account);
    return new AuditEntry(act, event.action(), account, subject, details);
  }

  /**
   * Adds the subject by which an outside issuer knows the customer who did it. It is sealed with
   * the other details, and erased with them; an entry of no account has no key to erase.
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
