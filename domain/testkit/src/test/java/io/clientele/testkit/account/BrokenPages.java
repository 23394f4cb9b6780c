package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.PagePosition;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.kernel.PortFault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Stores of accounts whose pages have one fault each. */
final class BrokenPages {
  private BrokenPages() {}

  static Stream<PortFault<InMemoryAccounts, Accounts>> all() {
    return Stream.of(
        of(
            "the first page follows every page",
            "pagesOfAnySizeContainEveryAccountOnceInOrder",
            FirstPageForEver::new),
        of("a full last page has a next one", "aFullLastPageHasNoNextPage", EndlessPages::new),
        of("pages are offsets", "insertsBetweenPagesNeitherRepeatNorSkipAnAccount", Offsets::new));
  }

  private static PortFault<InMemoryAccounts, Accounts> of(
      String fault, String redTest, Function<InMemoryAccounts, Accounts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static final class FirstPageForEver extends ForwardingAccounts {
    FirstPageForEver(Accounts inner) {
      super(inner);
    }

    @Override
    public AccountPage list(AccountQuery query) {
      return directory.list(AccountFixtures.first(query.filter(), query.order(), query.limit()));
    }
  }

  private static final class EndlessPages extends ForwardingAccounts {
    private final Set<PagePosition> given = new HashSet<>();

    EndlessPages(Accounts inner) {
      super(inner);
    }

    @Override
    public AccountPage list(AccountQuery query) {
      var page = directory.list(query);
      if (page.next() != null || page.accounts().size() < query.limit()) {
        return page;
      }
      var last = page.accounts().get(query.limit() - 1);
      var place =
          switch (query.order()) {
            case CREATED, CREATED_DESCENDING ->
                new PagePosition.Created(last.createdAt(), last.id());
            case NAME, NAME_DESCENDING -> new PagePosition.Named("client d", last.id());
            case VIEWS, VIEWS_DESCENDING -> new PagePosition.Viewed(3, last.id());
          };
      return given.add(place) ? new AccountPage(page.accounts(), place, page.total()) : page;
    }
  }

  private static final class Offsets extends ForwardingAccounts {
    private final Map<PagePosition, Integer> offsets = new HashMap<>();

    Offsets(Accounts inner) {
      super(inner);
    }

    @Override
    public AccountPage list(AccountQuery query) {
      var from = query.after() == null ? 0 : offsets.get(query.after());
      var all = AccountFixtures.listed(directory, query.filter(), query.order());
      var to = Math.min(all.size(), from + query.limit());
      List<Account> shown = from >= to ? List.of() : all.subList(from, to);
      var next =
          directory
              .list(AccountFixtures.first(query.filter(), query.order(), Math.max(1, to)))
              .next();
      if (next != null) {
        offsets.put(next, to);
      }
      return new AccountPage(shown, next, null);
    }
  }
}
