package io.clientele.application.views;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import io.clientele.domain.views.MostViewed;
import io.clientele.domain.views.Period;
import io.clientele.domain.views.ViewHistory;
import io.clientele.domain.views.ViewHistory.After;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranks accounts by their views. Counts no view. */
public final class RankViews {
  private final ViewHistory history;

  /** Ranks by this history. */
  public RankViews(ViewHistory history) {
    this.history = history;
  }

  /**
   * One page, most viewed first, if the actor may see all accounts.
   *
   * @param within null for all time
   */
  public Access<List<MostViewed>> rank(
      Actor actor, @Nullable Period within, @Nullable After after, int limit) {
    return Access.when(
        actor.may(Permission.VIEW_ACCOUNTS), () -> history.top(within, after, limit));
  }
}
