package io.clientele.application.account.bulk;

import io.clientele.domain.account.Account;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The changes of accounts that are opened in one transaction. */
record ImportBatch(List<Change<Account>> changes) {
  static ImportBatch of(Actor actor, Instant at, Supplier<AccountId> ids, List<Profile> profiles) {
    var act = actor.acts(at);
    return new ImportBatch(
        profiles.stream().map(profile -> Account.open(ids.get(), profile, act)).toList());
  }

  /** Returns the result of each account, in order. */
  List<ImportResult> imported(List<Saved> saved) {
    var imported = new ArrayList<ImportResult>(saved.size());
    for (var i = 0; i < saved.size(); i++) {
      imported.add(new ImportResult(changes.get(i).state().id(), saved.get(i)));
    }
    return List.copyOf(imported);
  }
}
