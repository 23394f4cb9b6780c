package io.clientele.application.care;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.care.NoteText;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.kernel.account.AccountStandings;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Writes a note about an account. */
public final class WriteNote {
  private final AccountNotes notes;
  private final AccountStandings accounts;
  private final IdempotencyGuard<CareOutcome<AccountNote>> guard;
  private final RandomGenerator random;
  private final InstantSource clock;

  public WriteNote(
      AccountNotes notes,
      AccountStandings accounts,
      IdempotencyStore responses,
      RandomGenerator random,
      InstantSource clock) {
    Objects.requireNonNull(responses, "responses");

    this.notes = Objects.requireNonNull(notes, "notes");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.guard = new IdempotencyGuard<>(responses, CareOutcome.earlier());
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Stores a new note under a new id. Ends as {@code Done}, {@code Replayed}, {@code Denied},
   * {@code NoSuchAccount}, {@code AlreadyErased}, {@code KeyMismatch}, {@code InProgress} or {@code
   * Overtaken}.
   *
   * @param text read only if the account takes notes
   * @param once read after the text; it returns null for a request without a key
   */
  public CareOutcome<AccountNote> write(
      Actor actor,
      AccountId account,
      Supplier<NoteText> text,
      Supplier<@Nullable Idempotent<AccountNote>> once) {
    if (!actor.may(CarePermission.CHANGE_CARE)) {
      return new CareOutcome.Denied<>();
    }
    var by = actor.acts(clock.instant());
    return CareOutcome.<AccountNote>refusal(accounts, account)
        .orElseGet(() -> store(account, text.get(), by, once.get()));
  }

  private CareOutcome<AccountNote> store(
      AccountId account, NoteText text, Provenance by, @Nullable Idempotent<AccountNote> once) {
    var earlier = guard.earlier(once, by.at());
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var written = AccountNote.write(NoteId.of(by.at(), random), account, text, by);
    var change = once == null ? written : written.keeping(once.kept(written.state()));
    return switch (notes.add(change)) {
      case STORED -> new CareOutcome.Done<>(written.state());
      case NO_SUCH_ACCOUNT -> new CareOutcome.AlreadyErased<>();
      case IN_PROGRESS -> new CareOutcome.InProgress<>();
      // A request with the same key was first; its response is stored by now.
      case ANSWERED -> guard.earlier(once, by.at()).orElseGet(CareOutcome.Overtaken::new);
      case NO_SUCH_NOTE -> throw new IllegalStateException("a new note is not looked up");
    };
  }
}
