package io.clientele.testkit.views.history;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.history.DataPoint;
import io.clientele.domain.views.history.MostViewed;
import io.clientele.domain.views.history.ViewHistory;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Histories with one fault each. */
final class BrokenHistories {
  private BrokenHistories() {}

  static Stream<PortFault<InMemoryViewHistory, ViewHistory>> all() {
    return Stream.of(
        of(
            "empty buckets untold",
            "anAccountThatNobodyViewedHasAnEmptyBucketForEachHour",
            Filled::new),
        of("an hour too late", "aViewIsInTheHourInWhichItsBatchWasSealed", Late::new),
        of("an hour too late by day", "aDayIsTheSumOfItsHoursInUtc", Late::new),
        of("one account's days", "theDaysOfAllAccountsAreSummedErasedOnesIncluded", Lone::new),
        of("ties by smaller ids", "theMostViewedComeFirstAndGreaterIdsSettleTies", Reversed::new),
        of("spans ignored", "theTopOfASpanAddsUpItsHoursAndNoOther", Timeless::new),
        of(
            "every page is the first",
            "thePagesOfTheTopLeaveNothingOutAndTellNothingTwice",
            First::new),
        of("erased ones told", "anErasedAccountIsLeftOutOfTheTopButKeepsItsSeries", Undead::new),
        of("down looks like empty", "aHistoryThatIsAwayIsUnavailableAndNotEmpty", Absent::new));
  }

  private static PortFault<InMemoryViewHistory, ViewHistory> of(
      String fault, String redTest, Function<InMemoryViewHistory, ViewHistory> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** A right history, for a subclass to break. */
  private static class Right implements ViewHistory {
    private final ViewHistory inner;

    Right(ViewHistory inner) {
      this.inner = inner;
    }

    @Override
    public List<DataPoint> series(AccountId id, ViewPeriod period) {
      return inner.series(id, period);
    }

    @Override
    public List<DataPoint> daily(ViewPeriod days) {
      return inner.daily(days);
    }

    @Override
    public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return inner.top(within, after, limit);
    }
  }

  private static final class Filled extends Right {
    Filled(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> series(AccountId id, ViewPeriod period) {
      return super.series(id, period).stream().filter(slice -> slice.views() > 0).toList();
    }
  }

  private static final class Late extends Right {
    Late(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> series(AccountId id, ViewPeriod period) {
      var length = period.bucket().length();
      var later =
          new ViewPeriod(period.bucket(), period.from().plus(length), period.to().plus(length));
      return super.series(id, later);
    }
  }

  private static final class Lone extends Right {
    Lone(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<DataPoint> daily(ViewPeriod days) {
      return super.series(super.top(null, null, 1).get(0).id(), days);
    }
  }

  private static final class Reversed extends Right {
    Reversed(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      var all = new ArrayList<>(super.top(within, after, limit));
      Collections.swap(all, all.size() - 1, all.size() - 2);
      return all;
    }
  }

  private static final class Timeless extends Right {
    Timeless(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return super.top(null, after, limit);
    }
  }

  private static final class First extends Right {
    private int asked;

    First(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return asked++ > 9 ? List.of() : super.top(within, null, limit);
    }
  }

  private static final class Undead extends Right {
    Undead(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      var all = new ArrayList<>(super.top(within, after, limit));
      all.add(new MostViewed(new Sample(1).id(), "", 9));
      return all;
    }
  }

  private static final class Absent extends Right {
    Absent(ViewHistory inner) {
      super(inner);
    }

    @Override
    public List<MostViewed> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      try {
        return super.top(within, after, limit);
      } catch (PortUnavailable e) {
        return List.of();
      }
    }
  }
}
