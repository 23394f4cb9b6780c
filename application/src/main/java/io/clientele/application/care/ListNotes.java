package io.clientele.application.care;

import io.clientele.domain.care.AccountNote;
import io.clientele.domain.care.AccountNotes;
import io.clientele.domain.care.CarePermission;
import io.clientele.domain.care.NoteId;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.DisplayName;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.account.AccountStandings;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists the notes about an account, the newest first. */
public final class ListNotes {
  private final AccountNotes notes;
  private final AccountStandings accounts;
  private final Operators operators;

  public ListNotes(AccountNotes notes, AccountStandings accounts, Operators operators) {
    this.notes = Objects.requireNonNull(notes, "notes");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
    this.operators = Objects.requireNonNull(operators, "operators");
  }

  /**
   * A note and the name of its author.
   *
   * @param authorName null if the author is no operator, or was removed
   */
  public record Signed(AccountNote note, @Nullable DisplayName authorName) {
    public Signed {
      Objects.requireNonNull(note, "note");
    }
  }

  /**
   * One page.
   *
   * @param next the last note of the page if there are older ones; null on the last page
   */
  public record SignedPage(List<Signed> notes, @Nullable NoteId next) {
    public SignedPage {
      Objects.requireNonNull(notes, "notes");
    }
  }

  /**
   * Returns one page. Ends as {@code Done}, {@code Denied}, {@code NoSuchAccount} or {@code
   * AlreadyErased}.
   *
   * @param before the last note of the page before; null for the first page
   */
  public CareOutcome<SignedPage> list(
      Actor actor, AccountId account, @Nullable NoteId before, int limit) {
    if (!actor.may(CarePermission.VIEW_CARE)) {
      return new CareOutcome.Denied<>();
    }
    return CareOutcome.<SignedPage>refusal(accounts, account)
        .orElseGet(() -> new CareOutcome.Done<>(page(account, before, limit)));
  }

  private SignedPage page(AccountId account, @Nullable NoteId before, int limit) {
    var page = notes.list(account, before, limit);
    var names = new ActorNames(operators);
    var signed =
        page.notes().stream().map(note -> new Signed(note, names.of(note.author()))).toList();
    return new SignedPage(signed, page.next());
  }
}
