package io.clientele.testkit.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountDirectory;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.testkit.kernel.ChangeTrial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/** Stored accounts and lists for the contracts of {@link Accounts} and {@link AccountDirectory}. */
final class AccountFixtures {
  private AccountFixtures() {}

  /** Stores a change and returns the stored account. */
  static Account given(Accounts accounts, Change<Account> change) {
    assertThat(accounts.save(change)).isEqualTo(Saved.STORED);
    return found(accounts, change.state().id());
  }

  static Account found(Accounts accounts, AccountId id) {
    return accounts.find(id).present().orElseThrow(() -> new AssertionError("there is no " + id));
  }

  static AccountQuery first(AccountFilter filter, AccountOrder order, int limit) {
    return new AccountQuery(filter, order, null, limit, false);
  }

  /** Returns all accounts of a filter, from one large page. */
  static List<Account> listed(
      AccountDirectory directory, AccountFilter filter, AccountOrder order) {
    return directory.list(first(filter, order, AccountQuery.LIMIT_MAX)).accounts();
  }

  /**
   * Returns every page of a filter, each from the end of the one before. An account that is on two
   * pages fails the test, so pages without an end do too.
   */
  static List<AccountPage> pages(
      AccountDirectory directory, AccountFilter filter, AccountOrder order, int limit) {
    var pages = new ArrayList<AccountPage>();
    var seen = new HashSet<AccountId>();
    var query = first(filter, order, limit);
    while (true) {
      var page = directory.list(query);
      pages.add(page);
      assertThat(ids(page.accounts()))
          .as("page %s has accounts that no page before has", pages.size())
          .allSatisfy(id -> assertThat(seen.add(id)).as("%s", id).isTrue());
      if (page.next() == null) {
        return pages;
      }
      assertThat(page.accounts()).as("a page before the last is full").hasSize(limit);
      query = new AccountQuery(filter, order, page.next(), limit, false);
    }
  }

  static List<AccountId> ids(List<Account> accounts) {
    return accounts.stream().map(Account::id).toList();
  }

  static List<String> named(
      AccountDirectory directory, String text, AccountOrder order, int limit) {
    return pages(directory, matching(text), order, limit).stream()
        .flatMap(page -> page.accounts().stream())
        .map(account -> account.profile().name().value())
        .toList();
  }

  static void assertFound(AccountDirectory directory, String text, String... names) {
    var found = new ArrayList<String>();
    listed(directory, matching(text), AccountOrder.NAME)
        .forEach(account -> found.add(account.profile().name().value()));
    assertThat(found).as("q=%s", text).containsExactlyInAnyOrder(names);
  }

  static AccountFilter matching(String text) {
    return new AccountFilter(null, text, null, null, null);
  }

  /** Opens an account; e-mails differ, so that two accounts never conflict. */
  static Change<Account> client(String name, String email) {
    var sample = new AccountSample(email.hashCode());
    var profile = new Profile(new ClientName(name), new Email(email), null, Metadata.NONE);
    return sample.opening(profile);
  }

  /** Changes of accounts, for the contracts of stores. */
  static class Trial implements ChangeTrial<Account, Saved> {
    final Accounts accounts;
    final AccountSample sample = new AccountSample(100);
    private final Function<Change<Account>, Saved> saving;

    Trial(Accounts accounts, Function<Change<Account>, Saved> saving) {
      this.accounts = accounts;
      this.saving = saving;
    }

    @Override
    public Change<Account> accepted() {
      return sample.opening();
    }

    @Override
    public List<Change<Account>> refused() {
      var owner = given(accounts, sample.opening());
      var stale = owner.at(owner.version() + 1).suspend(sample.act());
      return List.of(sample.opening(owner.profile()), stale);
    }

    @Override
    public Saved save(Change<Account> change) {
      return saving.apply(change);
    }

    @Override
    public Saved stored() {
      return Saved.STORED;
    }

    @Override
    public List<AuditEntry> entries(Change<Account> change) {
      return AuditEntry.of(change, change.state().id());
    }

    @Override
    public List<PublishedEvent> events(Change<Account> change) {
      return PublishedEvent.of(change, change.state().toStore());
    }
  }
}
