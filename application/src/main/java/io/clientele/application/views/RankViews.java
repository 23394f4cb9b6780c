package io.clientele.application.views;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import io.clientele.domain.views.MostViewed;
import io.clientele.domain.views.Period;
import io.clientele.domain.views.ViewHistory;
import io.clientele.domain.views.ViewHistory.After;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells which accounts were viewed most. Counts no view. */
public final class RankViews {
  private final ViewHistory history;

  /** Ranks by this history. */
  public RankViews(ViewHistory history) {
    this.history = history;
  }

  /**
   * One page, most viewed first; empty if the actor may not see it.
   *
   * @param within null for all time
   */
  public Optional<List<MostViewed>> rank(
      Actor actor, @Nullable Period within, @Nullable After after, int limit) {
    return actor.may(Permission.VIEW_ACCOUNTS)
        ? Optional.of(history.top(within, after, limit))
        : Optional.empty();
  }
}
