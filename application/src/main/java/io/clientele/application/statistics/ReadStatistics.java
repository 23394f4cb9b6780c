package io.clientele.application.statistics;

import io.clientele.application.kernel.Access;
import io.clientele.application.statistics.ServiceStatistics.Growth;
import io.clientele.domain.account.AccountCounts;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.operator.OperatorPage;
import io.clientele.domain.identity.operator.Operators;
import io.clientele.domain.views.SaturatingSum;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.Granularity;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads figures of the whole service from maintained counts, without scanning large tables. */
public final class ReadStatistics {
  private static final int DAYS = 90;
  private static final Duration RECENTLY = Duration.ofMinutes(30);

  private final AccountCounts counts;
  private final ViewHistory history;
  private final FlushControl counter;
  private final Operators operators;
  private final InstantSource clock;

  /** Reads from these ports. */
  public ReadStatistics(
      AccountCounts counts,
      ViewHistory history,
      FlushControl counter,
      Operators operators,
      InstantSource clock) {
    this.counts = Objects.requireNonNull(counts, "counts");
    this.history = Objects.requireNonNull(history, "history");
    this.counter = Objects.requireNonNull(counter, "counter");
    this.operators = Objects.requireNonNull(operators, "operators");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Returns the current figures, if the actor may see all accounts.
   *
   * @param viewed whose views are counted
   */
  public Access<ServiceStatistics> read(Actor actor, SubjectKind viewed) {
    return Access.when(
        actor.may(AccountPermission.VIEW_ACCOUNTS), () -> read(viewed, clock.instant()));
  }

  private ServiceStatistics read(SubjectKind viewed, Instant now) {
    var tomorrow = Granularity.DAY.edgeBefore(now).plus(Granularity.DAY.length());
    var first = tomorrow.minus(Granularity.DAY.length().multipliedBy(DAYS));
    var figures = counts.take(first, DAYS, now.minus(RECENTLY));
    var days = history.daily(viewed, new ViewPeriod(Granularity.DAY, first, tomorrow));
    var reconciliation = counter.reconcile(viewed);
    var pending = pending(reconciliation);
    return new ServiceStatistics(
        figures.accounts(),
        countOperators(),
        pending == null
            ? reconciliation.applied()
            : SaturatingSum.of(reconciliation.applied(), pending),
        pending,
        figures.openedSince(),
        growth(days, figures.openedByDay()),
        now);
  }

  private static @Nullable Long pending(Reconciliation reconciliation) {
    return reconciliation.unsent() == null
            || reconciliation.open() == null
            || reconciliation.sealed() == null
        ? null
        : Long.valueOf(reconciliation.unsent() + reconciliation.open() + reconciliation.sealed());
  }

  private static List<Growth> growth(List<DataPoint> views, List<Long> opened) {
    var growth = new ArrayList<Growth>();
    for (var i = 0; i < views.size(); i++) {
      var day = views.get(i).from().atOffset(ZoneOffset.UTC).toLocalDate();
      growth.add(new Growth(day, opened.get(i), views.get(i).views()));
    }
    return growth;
  }

  /** Counts operators by paging through them, because they are few. */
  private long countOperators() {
    var count = 0L;
    OperatorId after = null;
    do {
      var page = operators.list(after, OperatorPage.LIMIT_MAX);
      count += page.operators().size();
      after = page.next();
    } while (after != null);
    return count;
  }
}
