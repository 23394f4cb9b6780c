package io.clientele.application.ledger.transfer;

import io.clientele.application.ledger.posting.PocketAccess;
import io.clientele.application.ledger.posting.TransferView;
import io.clientele.application.ledger.posting.TransferViews;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.account.AccountStanding;
import io.clientele.domain.kernel.account.AccountStandings;
import io.clientele.domain.ledger.LedgerPermission;
import io.clientele.domain.ledger.Pockets;
import io.clientele.domain.ledger.transfer.Ledger;
import io.clientele.domain.ledger.transfer.TransferId;
import io.clientele.domain.ledger.transfer.TransferQuery;
import io.clientele.domain.ledger.transfer.TransferQuery.Position;
import io.clientele.domain.ledger.transfer.TransferQuery.Selection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists transfers of a pocket, of an account, of a parent or of a span of time. */
public final class ListTransfers {
  private final Ledger ledger;
  private final Pockets pockets;
  private final TransferViews views;
  private final AccountStandings accounts;

  public ListTransfers(
      Ledger ledger, Pockets pockets, TransferViews views, AccountStandings accounts) {
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.pockets = Objects.requireNonNull(pockets, "pockets");
    this.views = Objects.requireNonNull(views, "views");
    this.accounts = Objects.requireNonNull(accounts, "accounts");
  }

  /** Returns one page, the newest transfer first. */
  public Outcome list(Actor actor, TransferQuery query) {
    if (!actor.may(LedgerPermission.VIEW_POCKETS)) {
      return new Outcome.Denied();
    }
    return refusal(actor, query.selection()).orElseGet(() -> page(actor, query));
  }

  private Outcome page(Actor actor, TransferQuery query) {
    var page = ledger.list(query);
    var last = page.isEmpty() ? null : page.get(page.size() - 1);
    var next =
        last == null || page.size() < query.limit()
            ? null
            : new Position(last.bookedAt(), last.id());
    return new Outcome.Listed(views.of(actor, page), next);
  }

  private Optional<Outcome> refusal(Actor actor, Selection selection) {
    if (selection instanceof Selection.OfPocket of) {
      var isSeen =
          pockets
              .find(of.pocket())
              .filter(pocket -> PocketAccess.maySee(actor, pocket))
              .isPresent();
      return isSeen ? Optional.empty() : Optional.of(new Outcome.NoSuchThing());
    }
    if (selection instanceof Selection.OfAccount of) {
      return exists(actor, of.account())
          ? Optional.empty()
          : Optional.of(new Outcome.NoSuchAccount());
    }
    if (selection instanceof Selection.OfParent of) {
      return exists(actor, of.parent()) ? Optional.empty() : Optional.of(new Outcome.NoSuchThing());
    }
    return actor.may(LedgerPermission.VIEW_LEDGER)
        ? Optional.empty()
        : Optional.of(new Outcome.Denied());
  }

  private boolean exists(Actor actor, AccountId account) {
    return PocketAccess.maySeePocketsOf(actor, account)
        && accounts.of(account) != AccountStanding.ABSENT;
  }

  private boolean exists(Actor actor, TransferId parent) {
    return Optional.ofNullable(ledger.find(List.of(parent)).get(parent))
        .flatMap(transfer -> views.of(actor, transfer))
        .isPresent();
  }

  /** The outcome of a call. */
  public sealed interface Outcome {
    /**
     * One page. A page before the last one may have fewer transfers than requested.
     *
     * @param next the position of the page's last transfer; null if this is the last page
     */
    record Listed(List<TransferView> transfers, @Nullable Position next) implements Outcome {
      public Listed {
        Objects.requireNonNull(transfers, "transfers");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.listed(this);
      }
    }

    /** The actor may not list these transfers. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** There is no such account. */
    record NoSuchAccount() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchAccount(this);
      }
    }

    /** There is no such pocket or parent. */
    record NoSuchThing() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.noSuchThing(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R listed(Listed listed);

      R denied(Denied denied);

      R noSuchAccount(NoSuchAccount noSuchAccount);

      R noSuchThing(NoSuchThing noSuchThing);
    }
  }
}
