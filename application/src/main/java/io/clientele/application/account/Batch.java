package io.clientele.application.account;

import io.clientele.domain.Change;
import io.clientele.domain.account.Account;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts.Saved;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Accounts that are opened together. */
record Batch(List<Change<Account>> changes) {
  static Batch of(Actor actor, Instant at, Supplier<AccountId> ids, List<Profile> profiles) {
    var act = actor.acts(at);
    return new Batch(
        profiles.stream().map(profile -> Account.open(ids.get(), profile, act)).toList());
  }

  /** The ends of all of them, in their order, beside what they are the ends of. */
  List<Imported> imported(List<Saved> saved) {
    var imported = new ArrayList<Imported>(saved.size());
    for (var i = 0; i < saved.size(); i++) {
      imported.add(new Imported(changes.get(i).state().id(), saved.get(i)));
    }
    return List.copyOf(imported);
  }
}
