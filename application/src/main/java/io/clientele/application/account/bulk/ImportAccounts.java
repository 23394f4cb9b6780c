package io.clientele.application.account.bulk;

import io.clientele.application.kernel.IdempotencyGuard;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.BulkAccounts.Ended;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyStore;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens many accounts at once. A profile that cannot be opened has the reason in its result; the
 * others are opened.
 */
public final class ImportAccounts {
  /** The response to an import belongs to no account, so it is never deleted by an erasure. */
  private static final IdempotencyGuard.Outcomes<Outcome> EARLIER =
      new IdempotencyGuard.Outcomes<>(
          Outcome.Replayed::new, new Outcome.KeyMismatch(), new Outcome.KeyMismatch());

  private final BulkAccounts openings;
  private final IdempotencyGuard<Outcome> guard;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /**
   * Imports into a store that keeps responses.
   *
   * @param ids makes an id that is new at each call
   */
  public ImportAccounts(
      BulkAccounts openings,
      IdempotencyStore answers,
      Supplier<AccountId> ids,
      InstantSource clock) {
    Objects.requireNonNull(answers, "answers");
    this.openings = Objects.requireNonNull(openings, "openings");
    this.guard = new IdempotencyGuard<>(answers, EARLIER);
    this.ids = Objects.requireNonNull(ids, "ids");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The outcomes of an import. */
  public sealed interface Outcome {
    /** The result of each profile, in order. */
    public record Done(List<ImportResult> imported) implements Outcome {
      public Done {
        imported = List.copyOf(Objects.requireNonNull(imported, "imported"));
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** The key was used before for the same body; this is the stored response. */
    record Replayed(StoredResponse response) implements Outcome {
      public Replayed {
        Objects.requireNonNull(response, "response");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.replayed(this);
      }
    }

    /** The key was used for another body. */
    record KeyMismatch() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.keyMismatch(this);
      }
    }

    /** A request with the same key is in progress. */
    record InProgress() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.inProgress(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R denied(Denied denied);

      R replayed(Replayed replayed);

      R keyMismatch(KeyMismatch keyMismatch);

      R inProgress(InProgress inProgress);
    }
  }

  /**
   * Opens an account for each profile that allows it, in one transaction.
   *
   * @param once the idempotency key; a repetition with the same key returns the stored response
   */
  public Outcome importAccounts(
      Actor actor, List<Profile> profiles, @Nullable Idempotent<List<ImportResult>> once) {
    if (!actor.may(AccountPermission.IMPORT_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var at = clock.instant();
    var earlier = guard.earlier(once, at);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    var batch = ImportBatch.of(actor, at, ids, profiles);
    var ended = openings.open(batch.changes(), once == null ? null : ofSaved(once, batch));
    if (ended instanceof Ended.Decided decided) {
      return new Outcome.Done(batch.imported(decided.saved()));
    }
    // A request with the same key has ended since the first look-up, or is in progress.
    return guard.earlier(once, clock.instant()).orElseGet(Outcome.InProgress::new);
  }

  private static Idempotent<List<Saved>> ofSaved(
      Idempotent<List<ImportResult>> once, ImportBatch batch) {
    return new Idempotent<>(once.key(), saved -> once.encoder().apply(batch.imported(saved)));
  }
}
