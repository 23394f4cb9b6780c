package io.clientele.application.account;

import io.clientele.domain.account.Accounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.text.Metadata;
import io.clientele.testkit.kernel.Sample;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/** The use cases that change a stored account, each callable on any account. */
enum AccountChanges {
  AMEND {
    @Override
    AccountOutcome of(Accounts accounts, Actor actor, AccountId id, LongPredicate expected) {
      return new AmendAccount(accounts, CLOCK)
          .amend(actor, id, profile -> Amendment.to(noting(profile, "tier", "gold")), expected);
    }
  },
  SUSPEND {
    @Override
    AccountOutcome of(Accounts accounts, Actor actor, AccountId id, LongPredicate expected) {
      return new SuspendAccount(accounts, CLOCK).suspend(actor, id, expected);
    }
  },
  REACTIVATE {
    @Override
    AccountOutcome of(Accounts accounts, Actor actor, AccountId id, LongPredicate expected) {
      return new ReactivateAccount(accounts, CLOCK).reactivate(actor, id, expected);
    }
  },
  CLOSE {
    @Override
    AccountOutcome of(Accounts accounts, Actor actor, AccountId id, LongPredicate expected) {
      return new CloseAccount(accounts, CLOCK).close(actor, id, expected);
    }
  };

  /** The time of every change in these tests. */
  static final Instant NOON = Sample.BEGINNING.plus(Duration.ofDays(1));

  private static final InstantSource CLOCK = InstantSource.fixed(NOON);

  abstract AccountOutcome of(Accounts accounts, Actor actor, AccountId id, LongPredicate expected);

  /** Returns the profile with one more pair of metadata. */
  static Profile noting(Profile profile, String key, String value) {
    var entries = new HashMap<>(profile.metadata().entries());
    entries.putAll(Map.of(key, value));
    return new Profile(profile.name(), profile.email(), profile.taxId(), new Metadata(entries));
  }
}
