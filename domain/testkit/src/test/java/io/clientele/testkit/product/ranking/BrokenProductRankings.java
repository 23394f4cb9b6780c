package io.clientele.testkit.product.ranking;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.product.ProductId;
import io.clientele.domain.product.ranking.ProductRanking;
import io.clientele.domain.views.history.ViewPeriod;
import io.clientele.inmemory.product.ranking.InMemoryProductRanking;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rankings of products with one fault each. */
final class BrokenProductRankings {
  private BrokenProductRankings() {}

  static Stream<PortFault<InMemoryProductRanking, ProductRanking>> all() {
    return Stream.of(
        of(
            "ties by smaller ids",
            "theMostViewedProductsComeFirstAndEqualOnesByGreaterId",
            Reversed::new),
        of("periods ignored", "theProductRankingOfAPeriodSumsItsHoursOnly", Timeless::new),
        of(
            "every page is the first",
            "productRankingPagesNeitherSkipNorRepeatAProduct",
            First::new),
        of("views of accounts added", "viewsOfAnAccountAreLeftOutOfTheProducts", Adding::new),
        of(
            "down looks like empty",
            "anUnreachableProductRankingIsUnavailableAndNotEmpty",
            Absent::new));
  }

  private static PortFault<InMemoryProductRanking, ProductRanking> of(
      String fault, String redTest, Function<InMemoryProductRanking, ProductRanking> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** A right ranking, for a subclass to break. */
  private static class Right implements ProductRanking {
    private final ProductRanking inner;

    Right(ProductRanking inner) {
      this.inner = inner;
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return inner.top(within, after, limit);
    }
  }

  private static final class Reversed extends Right {
    Reversed(ProductRanking inner) {
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
    Timeless(ProductRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return super.top(null, after, limit);
    }
  }

  private static final class First extends Right {
    private int asked;

    First(ProductRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      return asked++ > 9 ? List.of() : super.top(within, null, limit);
    }
  }

  private static final class Adding extends Right {
    Adding(ProductRanking inner) {
      super(inner);
    }

    @Override
    public List<Entry> top(@Nullable ViewPeriod within, @Nullable After after, int limit) {
      var all = new ArrayList<>(super.top(within, after, limit));
      all.add(new Entry(new ProductId(new Sample(1).id().value()), "", 9));
      return all;
    }
  }

  private static final class Absent extends Right {
    Absent(ProductRanking inner) {
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
