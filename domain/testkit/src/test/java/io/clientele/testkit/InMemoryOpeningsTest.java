package io.clientele.testkit;

import io.clientele.domain.KeptAnswers;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Openings;

class InMemoryOpeningsTest implements OpeningsContract {
  private final InMemoryAccounts accounts = new InMemoryAccounts();

  @Override
  public Openings openings() {
    return new InMemoryOpenings(accounts);
  }

  @Override
  public Openings openingsAway() {
    var away = new InMemoryAccounts();
    away.goAway();
    return new InMemoryOpenings(away);
  }

  @Override
  public Accounts accounts() {
    return accounts;
  }

  @Override
  public KeptAnswers answers() {
    return accounts.answers();
  }
}
