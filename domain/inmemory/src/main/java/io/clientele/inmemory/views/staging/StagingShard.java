package io.clientele.inmemory.views.staging;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.staging.PendingViews;
import io.clientele.domain.views.staging.ResetResult;
import io.clientele.domain.views.staging.StagingState;
import io.clientele.domain.views.staging.StagingState.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One shard of staged views: its state under a lock, and the time of its last reset. */
final class StagingShard {
  /** A century, which any unit of time can hold, in place of an infinite duration. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final LongSupplier nanos;
  private StagingState state = StagingState.EMPTY;
  private boolean wasReset;
  private long resetAt;

  StagingShard(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized StagingState state() {
    return state;
  }

  synchronized void change(UnaryOperator<StagingState> step) {
    state = step.apply(state);
  }

  synchronized <T> T step(Function<StagingState, Step<T>> rule) {
    var step = rule.apply(state);
    state = step.next();
    return step.answer();
  }

  synchronized ResetResult reset(Function<StagingState, Step<ResetResult>> rule) {
    var reset = step(rule);
    if (reset == ResetResult.DISCARDED) {
      wasReset = true;
      resetAt = nanos.getAsLong();
    }
    return reset;
  }

  synchronized PendingViews pending(AppliedOffsets applied, Collection<UUID> accounts) {
    var views =
        accounts.stream()
            .distinct()
            .collect(Collectors.toMap(id -> id, id -> state.pending(applied, id)));
    var sinceReset = wasReset ? Duration.ofNanos(nanos.getAsLong() - resetAt) : NEVER;
    return new PendingViews(views, state.standing(applied), sinceReset);
  }
}
