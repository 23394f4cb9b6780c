package io.clientele.application.views;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.ViewsPermission;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;

/** Brings views into the durable totals now. */
public final class FlushViews {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final Views views;

  /** Flushes these. */
  public FlushViews(Views views) {
    this.views = views;
  }

  /** Done when all that this process had counted is durable; it waits 5 seconds for it. */
  public Outcome flush(Actor actor) {
    return actor.may(ViewsPermission.FLUSH_VIEWS)
        ? views.flush(WITHIN).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unfinished::new)
        : new Outcome.Denied();
  }

  /** How a flush ends. */
  public sealed interface Outcome {
    /** All is durable. */
    public record Done(FlushRecord flush) implements Outcome {}

    /** Something is not, yet: the next flush takes it. */
    record Unfinished() implements Outcome {}

    /** The actor may not do this. */
    record Denied() implements Outcome {}
  }
}
