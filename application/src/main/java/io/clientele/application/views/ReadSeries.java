package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.Period;
import io.clientele.domain.views.Slice;
import io.clientele.domain.views.ViewHistory;
import java.util.List;
import java.util.Optional;

/** Tells when an account was viewed. Counts no view. */
public final class ReadSeries {
  private final Accounts accounts;
  private final ViewHistory history;

  /** Tells of accounts in this store. */
  public ReadSeries(Accounts accounts, ViewHistory history) {
    this.accounts = accounts;
    this.history = history;
  }

  /** Every bucket; of an erased account too. Empty if there never was one for this actor. */
  public Optional<List<Slice>> read(Actor actor, AccountId id, Period period) {
    return actor.maySee(id) && !(accounts.find(id) instanceof Accounts.Found.Absent)
        ? Optional.of(history.series(id, period))
        : Optional.empty();
  }
}
