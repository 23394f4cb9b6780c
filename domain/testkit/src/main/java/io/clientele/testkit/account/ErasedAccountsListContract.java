package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account.Status;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountQuery;
import io.clientele.testkit.kernel.internal.UnavailabilityAssertions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An erased account is on no page, and an unreachable directory is not empty; a part of {@link
 * AccountDirectoryContract}.
 */
public interface ErasedAccountsListContract extends AccountDirectoryUnderTest {
  @Test
  default void anErasedAccountIsNeverListed() {
    var accounts = accounts();
    var sample = new AccountSample(74);
    var open = given(accounts, sample.opening());
    var closed = given(accounts, given(accounts, sample.opening()).close(sample.act()));
    var stays = given(accounts, given(accounts, sample.opening()).close(sample.act()));
    persist(Map.of(open.id(), 3L, closed.id(), 2L, stays.id(), 1L));
    accounts.erase(open.id(), sample.act());
    accounts.erase(closed.id(), sample.act());
    for (var order : AccountOrder.values()) {
      assertThat(AccountFixtures.listed(directory(), AccountFilter.ALL, order))
          .as("%s", order)
          .isEmpty();
      var filter = new AccountFilter(Status.CLOSED, null, null, null, null);
      var counted = new AccountQuery(filter, order, null, 50, true);
      var page = directory().list(counted);
      assertThat(page.accounts()).as("closed, %s", order).containsExactly(stays);
      assertThat(page.total()).isNotNull().extracting(total -> total.count()).isEqualTo(1L);
    }
  }

  @Test
  default void anErasedAccountIsFoundByNoSearch() {
    var accounts = accounts();
    var sample = new AccountSample(79);
    var account = given(accounts, sample.opening());
    var profile = account.profile();
    accounts.erase(account.id(), sample.act());
    for (var text : List.of(profile.name().value(), profile.email().value())) {
      for (var status : new Status[] {null, Status.CLOSED}) {
        var filter = new AccountFilter(status, text, null, null, null);
        assertThat(AccountFixtures.listed(directory(), filter, AccountOrder.CREATED))
            .as("%s, %s", status, text)
            .isEmpty();
      }
    }
    var byEmail = new AccountFilter(null, null, profile.email(), null, null);
    assertThat(AccountFixtures.listed(directory(), byEmail, AccountOrder.CREATED)).isEmpty();
  }

  @Test
  default void anUnreachableDirectoryIsUnavailableAndNotEmpty() {
    var away = unreachableDirectory();
    var query = AccountFixtures.first(AccountFilter.ALL, AccountOrder.CREATED, 1);
    UnavailabilityAssertions.assertUnavailable(List.of(() -> away.list(query)));
  }
}
