package io.clientele.testkit.account;

import static io.clientele.testkit.account.AccountFixtures.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountFilter;
import io.clientele.domain.account.AccountOrder;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.testkit.kernel.Sample;
import java.util.ArrayList;
import java.util.List;

/** Accounts to search for, and assertions on results. */
final class SearchFixtures {
  private SearchFixtures() {}

  static List<String> named(Accounts accounts, String text, AccountOrder order, int limit) {
    return AccountFixtures.pages(accounts, matching(text), order, limit).stream()
        .flatMap(page -> page.accounts().stream())
        .map(account -> account.profile().name().value())
        .toList();
  }

  static void assertFound(Accounts accounts, String text, String... names) {
    var found = new ArrayList<String>();
    listed(accounts, matching(text), AccountOrder.NAME)
        .forEach(account -> found.add(account.profile().name().value()));
    assertThat(found).as("q=%s", text).containsExactlyInAnyOrder(names);
  }

  static AccountFilter matching(String text) {
    return new AccountFilter(null, text, null, null, null);
  }

  /** Opens an account; e-mails differ, so that two accounts never conflict. */
  static Change<Account> client(String name, String email) {
    var sample = new Sample(email.hashCode());
    var profile = new Profile(new ClientName(name), new Email(email), null, Metadata.NONE);
    return sample.opening(profile);
  }
}
