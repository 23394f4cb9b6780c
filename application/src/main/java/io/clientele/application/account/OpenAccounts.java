package io.clientele.application.account;

import io.clientele.domain.Answer;
import io.clientele.domain.KeptAnswers;
import io.clientele.domain.KeptAnswers.Found;
import io.clientele.domain.Once;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Openings;
import io.clientele.domain.account.Openings.Ended;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens many accounts at once: those that can be opened are, of the others it is told why not. */
public final class OpenAccounts {
  private final Openings openings;
  private final KeptAnswers answers;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /** Imports into a store that keeps these answers. Each id that {@code ids} gives must be new. */
  public OpenAccounts(
      Openings openings, KeptAnswers answers, Supplier<AccountId> ids, InstantSource clock) {
    this.openings = openings;
    this.answers = answers;
    this.ids = ids;
    this.clock = clock;
  }

  /** How an import ended. */
  public sealed interface Outcome {
    /** So for each profile, in their order. */
    record Done(List<Imported> imported) implements Outcome {
      public Done {
        imported = List.copyOf(imported);
      }
    }

    /** The actor may not do this. */
    record Denied() implements Outcome {}

    /** It was done under this key before, and answered so: to be given again. */
    record Replayed(Answer answer) implements Outcome {}

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
  public Outcome open(Actor actor, List<Profile> profiles, @Nullable Once<List<Imported>> once) {
    if (!actor.may(Permission.IMPORT_ACCOUNTS)) {
      return new Outcome.Denied();
    }
    var before = before(once);
    if (before != null) {
      return before;
    }
    var batch = Batch.of(actor, clock.instant(), ids, profiles);
    var ended = openings.open(batch.changes(), once == null ? null : ofSaved(once, batch));
    if (ended instanceof Ended.Told told) {
      return new Outcome.Done(batch.imported(told.saved()));
    }
    // Answered since we looked: by now its answer is kept.
    var since = before(once);
    return since == null ? new Outcome.InProgress() : since;
  }

  /** How it ended before; null if it is new, or need not be done once only. */
  private @Nullable Outcome before(@Nullable Once<List<Imported>> once) {
    if (once == null) {
      return null;
    }
    var found = answers.find(once.key(), clock.instant());
    if (found instanceof Found.Answered answered) {
      return new Outcome.Replayed(answered.answer());
    }
    return found instanceof Found.Mismatched ? new Outcome.KeyMismatch() : null;
  }

  private static Once<List<Saved>> ofSaved(Once<List<Imported>> once, Batch batch) {
    return new Once<>(once.key(), saved -> once.answering().apply(batch.imported(saved)));
  }
}
