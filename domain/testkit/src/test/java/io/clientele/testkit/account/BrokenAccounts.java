package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.PagePosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import io.clientele.testkit.kernel.PortFault;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Stores of accounts with one fault each. */
final class BrokenAccounts {
  private BrokenAccounts() {}

  static Stream<PortFault<InMemoryAccounts, Accounts>> all() {
    return Stream.of(
        of("save ignores the version", "theSecondWriterOfOneVersionIsStale", Unversioned::new),
        of("an upsert stores what never was", "aChangeOfAnUnknownAccountIsStale", Upsert::new),
        of(
            "a taken e-mail is called stored",
            "ofConcurrentOpeningsWithOneEmailOneIsStored",
            inner -> saving(inner, s -> s == Saved.EMAIL_TAKEN ? Saved.STORED : s)),
        of(
            "a stale save is called stored",
            "ofConcurrentWritersOfOneVersionOneWins",
            inner -> saving(inner, s -> s == Saved.STALE ? Saved.STORED : s)),
        of("an e-mail is never freed", "closingReleasesEmailAndTaxId", NeverFreed::new),
        of("times are kept in milliseconds", "timesKeepTheirMicroseconds", Milliseconds::new),
        of("lists show closed ones", "closedAccountsAreListedOnlyByTheirStatus", Closed::new),
        of("a full last page has a next one", "aFullLastPageHasNoNextPage", EndlessPages::new),
        of("pages are offsets", "insertsBetweenPagesNeitherRepeatNorSkipAnAccount", Offsets::new),
        of(
            "views sort as times do",
            "viewsSortBothWaysAndEqualOnesById",
            inner -> listing(inner, BrokenAccounts::withoutViews)),
        of(
            "wildcards are not escaped",
            "wildcardCharactersAreLiteral",
            inner -> listing(inner, BrokenAccounts::withoutWildcards)),
        of(
            "accents matter",
            "accentsAndCaseAreIgnoredInTermAndText",
            inner -> listing(inner, BrokenAccounts::withoutAccents)),
        of("down looks like not there", "anUnreachableStoreIsUnavailableAndNotEmpty", Absent::new));
  }

  private static PortFault<InMemoryAccounts, Accounts> of(
      String fault, String redTest, Function<InMemoryAccounts, Accounts> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  private static Accounts saving(Accounts accounts, UnaryOperator<Accounts.Saved> answer) {
    return new ForwardingAccounts(accounts) {
      @Override
      public Saved save(Change<Account> change) {
        return answer.apply(super.save(change));
      }
    };
  }

  private static Accounts listing(Accounts accounts, UnaryOperator<AccountQuery> asking) {
    return new ForwardingAccounts(accounts) {
      @Override
      public AccountPage list(AccountQuery query) {
        return super.list(asking.apply(query));
      }
    };
  }

  private static AccountQuery withoutViews(AccountQuery query) {
    return query.order() == AccountOrder.VIEWS
        ? new AccountQuery(query.filter(), AccountOrder.CREATED, null, query.limit(), false)
        : query;
  }

  private static AccountQuery withoutWildcards(AccountQuery query) {
    var text = query.filter().text();
    return text != null && text.matches(".*[%_].*") ? searching(query, "a") : query;
  }

  private static AccountQuery withoutAccents(AccountQuery query) {
    var text = query.filter().text();
    return text != null && text.matches(".*[^ -~].*") ? searching(query, "no such name") : query;
  }

  private static AccountQuery searching(AccountQuery query, String text) {
    var filter = new AccountFilter(null, text, null, null, null);
    return new AccountQuery(filter, query.order(), null, query.limit(), false);
  }

  private static final class Unversioned extends ForwardingAccounts {
    Unversioned(Accounts inner) {
      super(inner);
    }

    @Override
    public Saved save(Change<Account> change) {
      var stored = inner.find(change.state().id()).present().map(Account::version).orElse(0L);
      return inner.save(
          new Change<>(change.state().at(stored), change.events(), change.act(), null));
    }
  }

  private static final class Upsert extends ForwardingAccounts {
    Upsert(Accounts inner) {
      super(inner);
    }

    @Override
    public Saved save(Change<Account> change) {
      return inner.find(change.state().id()).present().isPresent()
          ? inner.save(change)
          : inner.save(new Change<>(change.state().at(0), change.events(), change.act(), null));
    }
  }

  private static final class NeverFreed extends ForwardingAccounts {
    private final Map<Email, AccountId> owners = new HashMap<>();

    NeverFreed(Accounts inner) {
      super(inner);
    }

    @Override
    public Saved save(Change<Account> change) {
      var state = change.state();
      var owner = owners.computeIfAbsent(state.profile().email(), email -> state.id());
      return owner.equals(state.id()) ? inner.save(change) : Saved.EMAIL_TAKEN;
    }
  }

  private static final class Milliseconds extends ForwardingAccounts {
    Milliseconds(Accounts inner) {
      super(inner);
    }

    @Override
    public Found find(AccountId id) {
      return inner.find(id).present().map(Milliseconds::rounded).orElse(Found.ABSENT);
    }

    private static Found rounded(Account a) {
      return new Found.Present(
          new Account(
              a.id(),
              a.profile(),
              a.status(),
              a.createdAt().truncatedTo(ChronoUnit.MILLIS),
              a.updatedAt().truncatedTo(ChronoUnit.MILLIS),
              a.version()));
    }
  }

  private static final class Closed extends ForwardingAccounts {
    Closed(Accounts inner) {
      super(inner);
    }

    @Override
    public AccountPage list(AccountQuery query) {
      var page = inner.list(query);
      if (query.filter().status() != null) {
        return page;
      }
      var closed = new AccountFilter(Status.CLOSED, null, null, null, null);
      var all = new ArrayList<>(page.accounts());
      all.addAll(
          inner.list(AccountFixtures.first(closed, query.order(), query.limit())).accounts());
      return new AccountPage(all, page.next(), page.total());
    }
  }

  private static final class EndlessPages extends ForwardingAccounts {
    private final Set<PagePosition> given = new HashSet<>();

    EndlessPages(Accounts inner) {
      super(inner);
    }

    @Override
    public AccountPage list(AccountQuery query) {
      var page = inner.list(query);
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
      var all = AccountFixtures.listed(inner, query.filter(), query.order());
      var to = Math.min(all.size(), from + query.limit());
      List<Account> shown = from >= to ? List.of() : all.subList(from, to);
      var next =
          inner.list(AccountFixtures.first(query.filter(), query.order(), Math.max(1, to))).next();
      if (next != null) {
        offsets.put(next, to);
      }
      return new AccountPage(shown, next, null);
    }
  }

  private static final class Absent extends ForwardingAccounts {
    Absent(Accounts inner) {
      super(inner);
    }

    @Override
    public Found find(AccountId id) {
      try {
        return inner.find(id);
      } catch (PortUnavailable e) {
        return Found.ABSENT;
      }
    }
  }
}
