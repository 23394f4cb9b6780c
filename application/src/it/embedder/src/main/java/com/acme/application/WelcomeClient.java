package com.acme.application;

import io.clientele.application.account.AccountOutcome;
import io.clientele.application.account.OpenAccount;
import io.clientele.domain.account.ClientName;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Email;
import io.clientele.domain.kernel.text.Metadata;

/** Opens an account for a client who buys at Acme's for the first time. */
public final class WelcomeClient {
  private final OpenAccount openAccount;

  public WelcomeClient(OpenAccount openAccount) {
    this.openAccount = openAccount;
  }

  /** Opens an account with this name and e-mail. */
  public Welcome welcome(Actor shop, ClientName name, Email email) {
    var outcome = openAccount.open(shop, new Profile(name, email, null, Metadata.NONE));
    if (outcome instanceof AccountOutcome.Done done) {
      return new Welcome.Opened(done.account().id());
    }
    return outcome instanceof AccountOutcome.EmailTaken
        ? new Welcome.KnownClient()
        : new Welcome.NotOpened(outcome);
  }

  /** The result of a welcome. */
  public sealed interface Welcome {
    /** The client has a new account. */
    record Opened(AccountId id) implements Welcome {}

    /** Another account has this e-mail. */
    record KnownClient() implements Welcome {}

    /** No account was opened, for another reason. */
    record NotOpened(AccountOutcome reason) implements Welcome {}
  }
}
