package io.clientele.domain.care;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.event.ChangeSubject;
import java.time.Instant;
import java.util.Objects;

/**
 * An internal note about an account. It never changes, but may be removed. Immutable.
 *
 * @param author the actor who wrote it, such as {@code operator:0199f3b2-…}
 * @param writtenAt in whole microseconds
 */
public record AccountNote(
    NoteId id, AccountId account, String author, Instant writtenAt, NoteText text) {
  public AccountNote {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(writtenAt, "writtenAt");
    Objects.requireNonNull(text, "text");
  }

  /** Writes a new note, which is not stored yet. */
  public static Change<AccountNote> write(
      NoteId id, AccountId account, NoteText text, Provenance by) {
    return Change.of(
        new AccountNote(id, account, by.actor(), by.at(), text), new CareEvent.NoteWritten(), by);
  }

  /** Removes the note permanently. */
  public Change<AccountNote> remove(Provenance by) {
    return Change.of(this, new CareEvent.NoteRemoved(), by);
  }

  /** Returns the subject of its changes. */
  public ChangeSubject toStore() {
    return ChangeSubject.of(account, id.subject());
  }
}
