package io.clientele.domain.care;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores the notes about accounts. One call is one transaction. Erasing an account removes its
 * notes. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface AccountNotes {
  /** Stores a new note, and the response if the change has one. */
  Saved add(Change<AccountNote> written);

  /** Deletes a note. Of concurrent calls for one note, one succeeds. */
  Saved remove(Change<AccountNote> removed);

  /** Returns those of these notes that are about the account. */
  Map<NoteId, AccountNote> find(AccountId account, Collection<NoteId> ids);

  /**
   * Returns notes about the account, the newest first.
   *
   * @param before the last note of the page before; null for the first page
   */
  NotePage list(AccountId account, @Nullable NoteId before, int limit);

  /** The result of a change. Every result but {@link #STORED} has stored nothing. */
  enum Saved {
    /** The note is stored, or deleted. */
    STORED,
    /** The account of a new note does not exist or is erased. */
    NO_SUCH_ACCOUNT,
    /** There is no note to delete. */
    NO_SUCH_NOTE,
    /** Another request with the idempotency key of the change is in progress. */
    IN_PROGRESS,
    /** A response is stored under the idempotency key already. */
    ANSWERED
  }
}
