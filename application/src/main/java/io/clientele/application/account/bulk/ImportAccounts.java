package io.clientele.application.account.bulk;

import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.BulkAccounts.Ended;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.IdempotencyStore.Found;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens many accounts at once: those that can be opened are, of the others it is told why not. */
public final class ImportAccounts {
  private final BulkAccounts openings;
  private final IdempotencyStore answers;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /** Imports into a store that keeps these answers. Each id that {@code ids} gives must be new. */
  public ImportAccounts(
      BulkAccounts openings,
      IdempotencyStore answers,
      Supplier<AccountId> ids,
      InstantSource clock) {
    this.openings = openings;
    this.answers = answers;
    this.ids = ids;
    this.clock = clock;
  }

  /** How an import ended. */
  public sealed interface Outcome {
    /** So for each profile, in their order. */
    public record Done(List<ImportResult> imported) implements Outcome {
      public Done {
        imported = List.copyOf(imported);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {}

    /** It was done under this key before, and answered so: to be given again. */
    record Replayed(StoredResponse answer) implements Outcome {}

    /** The key was used for another body. */
    record KeyMismatch() implements Outcome {}

    /** A request with the same key is in work. */
    record InProgress() implements Outcome {}
  }

  /**
   * Opens an account of each profile that can have one, all at once.
   *
   * @param once if it is to be done once only: asked for again under its key, it is answered as it
   *     was
   */
  public Outcome importAccounts(
      Actor actor, List<Profile> profiles, @Nullable Idempotent<List<ImportResult>> once) {
    if (!actor.may(AccountPermission.IMPORT_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var before = before(once);
    if (before != null) {
      return before;
    }
    var batch = ImportBatch.of(actor, clock.instant(), ids, profiles);
    var ended = openings.open(batch.changes(), once == null ? null : ofSaved(once, batch));
    if (ended instanceof Ended.Told told) {
      return new Outcome.Done(batch.imported(told.saved()));
    }
    // Answered since we looked: by now its answer is kept.
    var since = before(once);
    return since == null ? new Outcome.InProgress() : since;
  }

  /** How it ended before; null if it is new, or need not be done once only. */
  private @Nullable Outcome before(@Nullable Idempotent<List<ImportResult>> once) {
    if (once == null) {
      return null;
    }
    var found = answers.find(once.key(), clock.instant());
    if (found instanceof Found.Answered answered) {
      return new Outcome.Replayed(answered.answer());
    }
    return found instanceof Found.Mismatched ? new Outcome.KeyMismatch() : null;
  }

  private static Idempotent<List<Saved>> ofSaved(
      Idempotent<List<ImportResult>> once, ImportBatch batch) {
    return new Idempotent<>(once.key(), saved -> once.answering().apply(batch.imported(saved)));
  }
}
