package com.acme.bootstrap;

import com.acme.application.WelcomeClient;
import com.acme.store.MapAccounts;
import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.ViewAccount;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.identity.AccessPolicy;
import io.clientele.domain.identity.Role;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Set;

/** Opens an account, views it and prints its number of views. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    var clock = InstantSource.system();
    var random = new SecureRandom();
    var views = new Tally();
    var accounts = new MapAccounts(new HashMap<>(), id -> 0);
    var openAccount = new OpenAccount(accounts, () -> AccountId.of(clock.instant(), random), clock);
    var viewAccount = new ViewAccount(accounts, views);

    var policy = new AccessPolicy(Set.of(AccountPermission.GRANTS));
    var shop = policy.actor("shop", Set.of(Role.OPERATOR), null);
    var welcome =
        new WelcomeClient(openAccount)
            .welcome(shop, new ClientName("Ada Lovelace"), new Email("ada@example.com"));
    if (!(welcome instanceof WelcomeClient.Welcome.Opened opened)) {
      throw new IllegalStateException("no account: " + welcome);
    }
    var ada = opened.id();
    var seen = viewAccount.view(shop, ada, account -> true).present().orElseThrow();
    var total = views.of(ada.value());
    System.out.println(seen.profile().name().value() + " was viewed " + total + " time");
    if (total != 1) {
      throw new IllegalStateException("one view, counted " + total);
    }
  }
}
