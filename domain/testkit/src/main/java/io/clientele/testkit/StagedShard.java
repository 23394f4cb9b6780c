package io.clientele.testkit;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Pending;
import io.clientele.domain.views.Reset;
import io.clientele.domain.views.StagedViews;
import io.clientele.domain.views.StagedViews.Step;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One shard of staged views: its state, under its lock, and when it was last thrown away. */
final class StagedShard {
  /** A century: as good as never, and any unit of time can hold it. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final LongSupplier nanos;
  private StagedViews state = StagedViews.EMPTY;
  private boolean wasReset;
  private long resetAt;

  StagedShard(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized StagedViews state() {
    return state;
  }

  synchronized void change(UnaryOperator<StagedViews> step) {
    state = step.apply(state);
  }

  synchronized <T> T step(Function<StagedViews, Step<T>> rule) {
    var step = rule.apply(state);
    state = step.next();
    return step.answer();
  }

  synchronized Reset reset(Function<StagedViews, Step<Reset>> rule) {
    var reset = step(rule);
    if (reset == Reset.DISCARDED) {
      wasReset = true;
      resetAt = nanos.getAsLong();
    }
    return reset;
  }

  synchronized Pending pending(Applied applied, Collection<AccountId> accounts) {
    var views =
        accounts.stream()
            .distinct()
            .collect(Collectors.toMap(id -> id, id -> state.pending(applied, id)));
    var sinceReset = wasReset ? Duration.ofNanos(nanos.getAsLong() - resetAt) : NEVER;
    return new Pending(views, state.standing(applied), sinceReset);
  }
}
