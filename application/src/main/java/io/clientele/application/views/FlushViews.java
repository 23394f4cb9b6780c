package io.clientele.application.views;

import io.clientele.domain.identity.Actor;
import io.clientele.domain.views.ViewsPermission;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.history.FlushRecord;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds the counted views to the durable totals now. */
public final class FlushViews {
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final FlushControl control;

  /** Flushes this counter. */
  public FlushViews(FlushControl control) {
    this.control = Objects.requireNonNull(control, "control");
  }

  /** Flushes all views that were counted before; waits at most 5 seconds. */
  public Outcome flush(Actor actor) {
    return actor.may(ViewsPermission.FLUSH_VIEWS)
        ? control.flush(WITHIN).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.Unfinished::new)
        : new Outcome.Denied();
  }

  /** The outcomes of a flush. */
  public sealed interface Outcome {
    /** All views are durable. */
    public record Done(FlushRecord flush) implements Outcome {
      public Done {
        Objects.requireNonNull(flush, "flush");
      }

      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.done(this);
      }
    }

    /** Some views are not durable yet. The next flush takes them. */
    record Unfinished() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.unfinished(this);
      }
    }

    /** The actor may not flush. */
    record Denied() implements Outcome {
      @Override
      public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
        return visitor.denied(this);
      }
    }

    /** Calls the method of the visitor for this case, and returns its result. */
    <R extends @Nullable Object> R accept(Visitor<R> visitor);

    /** One method for each case, so that the compiler finds a case that is not handled. */
    interface Visitor<R extends @Nullable Object> {
      R done(Done done);

      R unfinished(Unfinished unfinished);

      R denied(Denied denied);
    }
  }
}
