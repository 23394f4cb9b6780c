package io.clientele.application.views;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.ViewsPermission;
import io.clientele.domain.views.history.FlushLog;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists the latest flushes of all instances, newest first. */
public final class ListFlushes {
  private final FlushLog flushes;

  /** Lists the flushes of this log. */
  public ListFlushes(FlushLog flushes) {
    this.flushes = Objects.requireNonNull(flushes, "flushes");
  }

  /** Returns one page, if the actor may see the counter. */
  public Access<List<FlushLog.Entry>> list(Actor actor, @Nullable Long before, int limit) {
    return Access.when(actor.may(ViewsPermission.VIEW_COUNTER), () -> flushes.page(before, limit));
  }
}
