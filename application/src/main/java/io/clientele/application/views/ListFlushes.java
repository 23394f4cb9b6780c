package io.clientele.application.views;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import io.clientele.domain.views.FlushLog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists the last flushes of all instances, newest first. */
public final class ListFlushes {
  private final FlushLog flushes;

  /** Lists what is in this log. */
  public ListFlushes(FlushLog flushes) {
    this.flushes = flushes;
  }

  /** One page; empty if the actor may not see it. */
  public Optional<List<FlushLog.Entry>> list(Actor actor, @Nullable Long before, int limit) {
    return actor.may(Permission.VIEW_COUNTER)
        ? Optional.of(flushes.page(before, limit))
        : Optional.empty();
  }
}
