package io.clientele.inmemory.care;

import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.care.NotePage;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import io.clientele.inmemory.kernel.InMemoryChangeStore;
import io.clientele.inmemory.kernel.InMemoryChangeStore.Results;
import io.clientele.inmemory.kernel.InMemoryPersonalDataEraser;
import io.clientele.inmemory.kernel.internal.OutageSwitch;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Notes about accounts in memory, for tests and demos. */
public final class InMemoryAccountNotes implements AccountNotes, InMemoryPersonalDataEraser {
  private static final Results<Saved> RESULTS =
      new Results<>(Saved.STORED, Saved.IN_PROGRESS, Saved.ANSWERED);

  private final OutageSwitch backing = new OutageSwitch("notes");
  private final Predicate<? super AccountId> accounts;
  private final InMemoryChangeStore changes;
  private final TreeMap<NoteId, AccountNote> notes = new TreeMap<>();

  /**
   * Creates an empty store that stores its changes through {@code changes}. Add it there as an
   * eraser.
   *
   * @param accounts whether an account exists and is not erased
   */
  public InMemoryAccountNotes(Predicate<? super AccountId> accounts, InMemoryChangeStore changes) {
    this.accounts = accounts;
    this.changes = changes;
  }

  @Override
  public synchronized Saved add(Change<AccountNote> written) {
    backing.require();
    var note = written.state();
    return changes.store(
        written,
        note.toStore(),
        RESULTS,
        () -> {
          if (!accounts.test(note.account())) {
            return Optional.of(Saved.NO_SUCH_ACCOUNT);
          }
          notes.put(note.id(), note);
          return Optional.empty();
        });
  }

  @Override
  public synchronized Saved remove(Change<AccountNote> removed) {
    backing.require();
    var note = removed.state();
    return changes.store(
        removed,
        note.toStore(),
        RESULTS,
        () -> notes.remove(note.id(), note) ? Optional.empty() : Optional.of(Saved.NO_SUCH_NOTE));
  }

  @Override
  public synchronized Map<NoteId, AccountNote> find(AccountId account, Collection<NoteId> ids) {
    backing.require();
    var found = new HashMap<NoteId, AccountNote>();
    for (var id : ids) {
      var note = notes.get(id);
      if (note != null && note.account().equals(account)) {
        found.put(id, note);
      }
    }
    return found;
  }

  @Override
  public synchronized NotePage list(AccountId account, @Nullable NoteId before, int limit) {
    backing.require();
    var older = before == null ? notes : notes.headMap(before, false);
    var found =
        older.descendingMap().values().stream()
            .filter(note -> note.account().equals(account))
            .limit(limit + 1L)
            .toList();
    return NotePage.of(found, limit);
  }

  @Override
  public synchronized void erase(AccountId account, Provenance by) {
    notes.values().removeIf(note -> note.account().equals(account));
  }

  /** Starts an outage: every call throws {@link io.clientele.domain.kernel.PortUnavailable}. */
  public void startOutage() {
    backing.startOutage();
  }

  /** Ends the outage; no data are lost. */
  public void endOutage() {
    backing.endOutage();
  }
}
