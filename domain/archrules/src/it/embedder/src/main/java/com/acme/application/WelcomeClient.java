package com.acme.application;

import io.clientele.application.account.OpenAccount;
import io.clientele.application.account.Outcome;
import io.clientele.domain.Email;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Metadata;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import java.util.Optional;

/** Opens an account for whoever buys at Acme's for the first time. */
public final class WelcomeClient {
  private final OpenAccount openAccount;

  public WelcomeClient(OpenAccount openAccount) {
    this.openAccount = openAccount;
  }

  /** The new account; empty if the e-mail is known already, or the shop may not open accounts. */
  public Optional<AccountId> welcome(Actor shop, ClientName name, Email email) {
    var outcome = openAccount.open(shop, new Profile(name, email, null, Metadata.NONE));
    return outcome instanceof Outcome.Done done
        ? Optional.of(done.account().id())
        : Optional.empty();
  }
}
