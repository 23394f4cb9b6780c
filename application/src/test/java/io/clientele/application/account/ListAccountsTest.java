package io.clientele.application.account;

import static io.clientele.application.account.AccountActors.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.application.kernel.GrantedAccess;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.AccountPage;
import io.clientele.domain.account.AccountQuery;
import io.clientele.domain.account.PagePosition;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ListAccountsTest {
  private final ContestedAccounts accounts = new ContestedAccounts();
  private final ListAccounts listAccounts = new ListAccounts(accounts);

  @Test
  void eachPageContinuesAtTheEndOfThePreviousOne() {
    var all = new ArrayList<Account>();
    for (var i = 0; i < 5; i++) {
      all.add(accounts.given());
    }
    var first = page(query(null));
    var second = page(query(first.next()));
    var third = page(query(second.next()));
    assertThat(first.accounts()).isEqualTo(all.subList(0, 2));
    assertThat(second.accounts()).isEqualTo(all.subList(2, 4));
    assertThat(third.accounts()).isEqualTo(all.subList(4, 5));
    assertThat(third.next()).isNull();
    assertThat(third.total()).isEqualTo(new AccountPage.Total(5, true));
  }

  private AccountPage page(AccountQuery query) {
    return GrantedAccess.value(listAccounts.list(CLERK, query));
  }

  private static AccountQuery query(@Nullable PagePosition after) {
    return new AccountQuery(AccountFilter.ALL, AccountOrder.CREATED, after, 2, true);
  }
}
