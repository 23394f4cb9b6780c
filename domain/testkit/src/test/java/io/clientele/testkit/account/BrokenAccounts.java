package io.clientele.testkit.account;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.kernel.text.Email;
import io.clientele.inmemory.account.InMemoryAccounts;
import io.clientele.testkit.kernel.PortFault;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
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
        of(
            "an e-mail without its accents is the same",
            "emailsThatDifferByAnAccentAreDifferent",
            AccentBlind::new),
        of("an e-mail is never freed", "closingReleasesEmailAndTaxId", NeverFreed::new),
        of("times are kept in milliseconds", "timesKeepTheirMicroseconds", Milliseconds::new),
        of("lists show closed ones", "closedAccountsAreListedOnlyByTheirStatus", Closed::new),
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

  private static final class AccentBlind extends ForwardingAccounts {
    private final Map<String, AccountId> owners = new HashMap<>();

    AccentBlind(Accounts inner) {
      super(inner);
    }

    @Override
    public Saved save(Change<Account> change) {
      var state = change.state();
      var decomposed = Normalizer.normalize(state.profile().email().value(), Form.NFD);
      var plain = decomposed.replaceAll("\\p{M}", "");
      var owner = owners.computeIfAbsent(plain, text -> state.id());
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
      var page = directory.list(query);
      if (query.filter().status() != null) {
        return page;
      }
      var closed = new AccountFilter(Status.CLOSED, null, null, null, null);
      var all = new ArrayList<>(page.accounts());
      all.addAll(
          directory.list(AccountFixtures.first(closed, query.order(), query.limit())).accounts());
      return new AccountPage(all, page.next(), page.total());
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
