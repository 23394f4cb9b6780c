package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static io.clientele.testkit.account.AccountFixtures.ids;
import static io.clientele.testkit.account.AccountFixtures.listed;
import static io.clientele.testkit.account.AccountFixtures.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pages contain every account of a list once; a part of {@link AccountDirectoryContract}. */
public interface AccountsPagingContract extends AccountDirectoryUnderTest {
  /**
   * Three accounts share each name, time and number of views, so that pages end between equal
   * accounts.
   */
  private List<Account> ties(Accounts accounts, AccountSample sample, int count) {
    var stored = new ArrayList<Account>();
    var views = new HashMap<AccountId, Long>();
    for (var i = 0; i < count; i++) {
      var third = i / 3;
      var act = sample.act(Sample.BEGINNING.plusSeconds(third));
      var profile = sample.named("Client " + (char) ('A' + third % 26));
      stored.add(given(accounts, Account.open(sample.id(), profile, act)));
      views.put(stored.get(i).id(), (long) third);
    }
    persist(views);
    return stored;
  }

  @Test
  default void pagesOfAnySizeContainEveryAccountOnceInOrder() {
    var accounts = accounts();
    ties(accounts, new AccountSample(60), 12);
    for (var order : AccountOrder.values()) {
      var all = listed(directory(), AccountFilter.ALL, order);
      assertThat(all).hasSize(12);
      for (var limit : List.of(1, 2, 4, 5, 11, 12, 13)) {
        assertThat(shown(pages(directory(), AccountFilter.ALL, order, limit))).isEqualTo(all);
      }
    }
  }

  @Test
  default void aFullLastPageHasNoNextPage() {
    var accounts = accounts();
    ties(accounts, new AccountSample(61), 12);
    for (var order : AccountOrder.values()) {
      assertThat(pages(directory(), AccountFilter.ALL, order, 4)).hasSize(3);
      assertThat(pages(directory(), AccountFilter.ALL, order, 5)).hasSize(3);
      assertThat(pages(directory(), AccountFilter.ALL, order, 12)).hasSize(1);
    }
  }

  @Test
  default void aPageEndsAtThePositionOfItsLastAccount() {
    var accounts = accounts();
    ties(accounts, new AccountSample(62), 6);
    for (var order : AccountOrder.values()) {
      var page = directory().list(AccountFixtures.first(AccountFilter.ALL, order, 4));
      var next = Objects.requireNonNull(page.next());
      assertThat(next.fits(order)).isTrue();
      assertThat(next.id()).isEqualTo(page.accounts().get(3).id());
    }
  }

  @Test
  default void everyPageAppliesTheFilter() {
    var accounts = accounts();
    var sample = new AccountSample(63);
    var stored = ties(accounts, sample, 12);
    var closed = new ArrayList<AccountId>();
    for (var i = 0; i < stored.size(); i += 2) {
      closed.add(given(accounts, stored.get(i).close(sample.act())).id());
    }
    var ofClosed = new AccountFilter(Status.CLOSED, "client", null, null, null);
    for (var order : AccountOrder.values()) {
      assertThat(ids(shown(pages(directory(), ofClosed, order, 2))))
          .containsExactlyInAnyOrderElementsOf(closed);
    }
  }

  @Test
  default void insertsBetweenPagesNeitherRepeatNorSkipAnAccount() {
    for (var order : AccountOrder.values()) {
      var accounts = accounts();
      var sample = new AccountSample(64);
      ties(accounts, sample, 9);
      var before = listed(directory(), AccountFilter.ALL, order);
      var seen = new ArrayList<Account>();
      var query = AccountFixtures.first(AccountFilter.ALL, order, 2);
      for (var page = directory().list(query); ; page = directory().list(query)) {
        seen.addAll(page.accounts());
        if (page.next() == null) {
          break;
        }
        if (seen.size() < 6) { // on either side of the end of the page
          given(accounts, late(sample, "Client A", 0));
          given(accounts, late(sample, "Client Z", 9));
        }
        query = new AccountQuery(AccountFilter.ALL, order, page.next(), 2, false);
      }
      assertThat(seen).doesNotHaveDuplicates();
      assertThat(seen.stream().filter(before::contains))
          .as(order.name())
          .containsExactlyElementsOf(before);
    }
  }

  @Test
  default void closingTheLastAccountOfAPageSkipsNoAccount() {
    var accounts = accounts();
    var sample = new AccountSample(65);
    ties(accounts, sample, 6);
    for (var order : AccountOrder.values()) {
      var all = listed(directory(), AccountFilter.ALL, order);
      var page = directory().list(AccountFixtures.first(AccountFilter.ALL, order, 1));
      given(accounts, page.accounts().get(0).close(sample.act()));
      var rest =
          directory().list(new AccountQuery(AccountFilter.ALL, order, page.next(), 200, false));
      assertThat(rest.accounts()).isEqualTo(all.subList(1, all.size()));
      if (rest.accounts().size() == 1) {
        return;
      }
    }
  }

  @Test
  default void theLargestPageIsReturnedWhole() {
    var accounts = accounts();
    var sample = new AccountSample(66);
    IntStream.range(0, AccountQuery.LIMIT_MAX + 1)
        .forEach(i -> given(accounts, sample.opening(sample.named("One Of Many"))));
    assertThat(pages(directory(), AccountFilter.ALL, AccountOrder.NAME, AccountQuery.LIMIT_MAX))
        .extracting(page -> page.accounts().size())
        .containsExactly(200, 1);
  }

  private static Change<Account> late(AccountSample sample, String name, int second) {
    var act = sample.act(Sample.BEGINNING.plusSeconds(second).minusMillis(1));
    return Account.open(sample.id(), sample.named(name), act);
  }

  private static List<Account> shown(List<AccountPage> pages) {
    return pages.stream().flatMap(page -> page.accounts().stream()).toList();
  }
}
