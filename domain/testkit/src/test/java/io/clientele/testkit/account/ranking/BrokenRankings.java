package io.clientele.testkit.account.ranking;

import io.clientele.domain.account.AccountRanking;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.inmemory.account.ranking.InMemoryAccountRanking;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rankings with one fault each. */
final class BrokenRankings {
  private BrokenRankings() {}

  static Stream<PortFault<InMemoryAccountRanking, AccountRanking>> all() {
    return Stream.of(
        of("ties by smaller ids", "theMostViewedComeFirstAndEqualOnesByGreaterId", Reversed::new),
        of("spans ignored", "theRankingOfAPeriodSumsItsHoursOnly", Timeless::new),
        of("every page is the first", "rankingPagesNeitherSkipNorRepeatAnAccount", First::new),
        of("erased ones told", "anErasedAccountIsLeftOut", Undead::new),
        of("what is no account told", "aSubjectThatIsNoAccountIsLeftOut", Undead::new),
        of("down looks like empty", "anUnreachableRankingIsUnavailableAndNotEmpty", Absent::new));
  }

  private static PortFault<InMemoryAccountRanking, AccountRanking> of(
      String fault, String redTest, Function<InMemoryAccountRanking, AccountRanking> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** A right ranking, for a subclass to break. */
  private static class Right implements AccountRanking {
    private final AccountRanking inner;

    Right(AccountRanking inner) {
      this.inner = inner;
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return inner.top(within, after, limit);
    }
  }

  private static final class Reversed extends Right {
    Reversed(AccountRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      var all = new ArrayList<>(super.top(within, after, limit));
      Collections.swap(all, all.size() - 1, all.size() - 2);
      return all;
    }
  }

  private static final class Timeless extends Right {
    Timeless(AccountRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return super.top(null, after, limit);
    }
  }

  private static final class First extends Right {
    private int asked;

    First(AccountRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return asked++ > 9 ? List.of() : super.top(within, null, limit);
    }
  }

  private static final class Undead extends Right {
    Undead(AccountRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      var all = new ArrayList<>(super.top(within, after, limit));
      all.add(new Entry(new Sample(1).id(), "", 9));
      return all;
    }
  }

  private static final class Absent extends Right {
    Absent(AccountRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      try {
        return super.top(within, after, limit);
      } catch (PortUnavailable e) {
        return List.of();
      }
    }
  }
}
