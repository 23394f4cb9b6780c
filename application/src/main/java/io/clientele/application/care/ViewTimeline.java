package io.clientele.application.care;

import io.clientele.application.care.TimelinePage.Entry;
import io.clientele.application.care.TimelinePage.Origin;
import io.clientele.application.care.TimelinePage.Position;
import io.clientele.domain.audit.AuditPage.Recorded;
import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.audit.AuditTrail;
import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.CareEvent.NoteWritten;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntryId;
import io.clientele.domain.kernel.Uuid7;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.transfer.BookedTransfer;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.TransferEvent;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferQuery;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what happened to an account: the changes of it, of its orders, pockets and notes, which the
 * audit trail has, and its transfers, which the ledger has.
 */
public final class ViewTimeline {
  private static final String REFUSED = "transfer.refused";
  private static final Comparator<Entry> NEWEST_FIRST =
      Comparator.comparing(Entry::at).thenComparing(Entry::id, Uuid7::compare).reversed();

  private final AuditTrail trail;
  private final Ledger ledger;
  private final AccountNotes notes;
  private final Operators operators;
  private final AccountStandings accounts;

  public ViewTimeline(
      AuditTrail trail,
      Ledger ledger,
      AccountNotes notes,
      Operators operators,
      AccountStandings accounts) {
    this.trail = Objects.requireNonNull(trail, "trail");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.notes = Objects.requireNonNull(notes, "notes");
    this.operators = Objects.requireNonNull(operators, "operators");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
  }

  /**
   * Returns one page. An erased account still has its timeline, without reasons and notes. Ends as
   * {@code Done}, {@code Denied} or {@code NoSuchAccount}.
   *
   * @param after where the page before ended; null for the first page
   */
  public CareOutcome<TimelinePage> view(
      Actor actor, AccountId account, @Nullable Position after, int limit) {
    if (!actor.may(CarePermission.VIEW_CARE)) {
      return new CareOutcome.Denied<>();
    }
    return accounts.of(account) == AccountStanding.ABSENT
        ? new CareOutcome.NoSuchAccount<>()
        : new CareOutcome.Done<>(page(account, after, limit));
  }

  /** Each source returns a page and more, so the newest entries of both are among them. */
  private TimelinePage page(AccountId account, @Nullable Position after, int limit) {
    var names = new ActorNames(operators);
    var place =
        after == null ? null : new AuditQuery.Place(after.at(), new AuditEntryId(after.id()));
    var filter = new AuditQuery.Filter(account, null, null, null, null);
    var audited = trail.page(new AuditQuery(filter, place, limit));
    var written = written(account, audited.entries().stream());
    var found =
        Stream.concat(
                audited.entries().stream().map(recorded -> entry(recorded, names, written)),
                ledger.list(moved(account, after, limit + 1)).stream()
                    .map(transfer -> entry(transfer, names)))
            .sorted(NEWEST_FIRST)
            .toList();
    var shown = found.subList(0, Math.min(limit, found.size()));
    var isLast = audited.next() == null && found.size() <= limit;
    return new TimelinePage(shown, isLast ? null : shown.get(shown.size() - 1).position());
  }

  private static TransferQuery moved(AccountId account, @Nullable Position after, int limit) {
    var position =
        after == null ? null : new TransferQuery.Position(after.at(), new TransferId(after.id()));
    return new TransferQuery(new TransferQuery.Selection.OfAccount(account), null, position, limit);
  }

  /** Reads the notes whose writing these entries record, by the subjects of the entries. */
  private Map<String, AccountNote> written(AccountId account, Stream<Recorded> entries) {
    var ids =
        entries
            .map(Recorded::entry)
            .filter(entry -> entry.action().equals(NoteWritten.ACTION))
            .flatMap(entry -> NoteId.ofSubject(entry.subject()).stream())
            .toList();
    return ids.isEmpty()
        ? Map.of()
        : notes.find(account, ids).values().stream()
            .collect(Collectors.toMap(note -> note.id().subject(), Function.identity()));
  }

  private static Entry entry(
      Recorded recorded, ActorNames names, Map<String, AccountNote> written) {
    var entry = recorded.entry();
    var act = entry.act();
    var subject = entry.subject();
    var note =
        entry.action().equals(NoteWritten.ACTION) && subject != null ? written.get(subject) : null;
    var origin =
        new Origin(
            act.actor(),
            names.of(act.actor()),
            act.cause().reason(),
            note == null ? null : note.text());
    return new Entry(recorded.id().value(), act.at(), entry.action(), subject, origin);
  }

  private static Entry entry(BookedTransfer decided, ActorNames names) {
    var transfer = decided.transfer();
    var actor = transfer.actor();
    return new Entry(
        decided.id().value(),
        decided.bookedAt(),
        decided.isBooked() ? TransferEvent.type(transfer.instruction()) : REFUSED,
        "transfer:" + decided.id(),
        new Origin(actor, names.of(actor), transfer.note().reason(), null));
  }
}
