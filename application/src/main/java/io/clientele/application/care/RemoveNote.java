package io.clientele.application.care;

import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** Removes a note about an account permanently. */
public final class RemoveNote {
  private final AccountNotes notes;
  private final InstantSource clock;

  public RemoveNote(AccountNotes notes, InstantSource clock) {
    this.notes = Objects.requireNonNull(notes, "notes");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Ends as {@code Done} with the removed note, {@code Denied} or {@code NoSuchNote}. */
  public CareOutcome<AccountNote> remove(Actor actor, AccountId account, NoteId id) {
    if (!actor.may(CarePermission.CHANGE_CARE)) {
      return new CareOutcome.Denied<>();
    }
    var note = notes.find(account, List.of(id)).get(id);
    if (note == null
        || notes.remove(note.remove(actor.acts(clock.instant()))) != AccountNotes.Saved.STORED) {
      return new CareOutcome.NoSuchNote<>();
    }
    return new CareOutcome.Done<>(note);
  }
}
