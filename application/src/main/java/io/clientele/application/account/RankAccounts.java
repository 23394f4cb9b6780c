package io.clientele.application.account;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.account.AccountRanking.After;
import io.clientele.domain.account.AccountRanking.Entry;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Ranks accounts by their views. Counts no view. */
public final class RankAccounts {
  private final AccountRanking ranking;

  /** Reads this ranking. */
  public RankAccounts(AccountRanking ranking) {
    this.ranking = Objects.requireNonNull(ranking, "ranking");
  }

  /**
   * Returns one page, most viewed first, if the actor may see all accounts.
   *
   * @param within null for all time
   */
  public Access<List<Entry>> rank(
      Actor actor, @Nullable ViewPeriod within, @Nullable After after, int limit) {
    return Access.when(
        actor.may(AccountPermission.VIEW_ACCOUNTS), () -> ranking.top(within, after, limit));
  }
}
