package io.clientele.application.account;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.history.MostViewed;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewHistory.After;
import io.clientele.domain.views.history.ViewPeriod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks accounts by their views. Counts no view. */
public final class RankAccounts {
  private final ViewHistory history;

  /** Ranks by this history. */
  public RankAccounts(ViewHistory history) {
    this.history = history;
  }

  /**
   * One page, most viewed first, if the actor may see all accounts.
   *
   * @param within null for all time
   */
  public Access<List<MostViewed>> rank(
      Actor actor, @Nullable ViewPeriod within, @Nullable After after, int limit) {
    return Access.when(
        actor.may(AccountPermission.VIEW_ACCOUNTS), () -> history.top(within, after, limit));
  }
}
