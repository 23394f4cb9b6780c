package io.clientele.application.account;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Openings;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells how it would end to open many accounts at once, and opens none. */
public final class RehearseOpenings {
  private final Openings openings;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /** In this store. */
  public RehearseOpenings(Openings openings, Supplier<AccountId> ids, InstantSource clock) {
    this.openings = openings;
    this.ids = ids;
    this.clock = clock;
  }

  /** How it would end now for each profile, in their order; empty if the actor may not do this. */
  public Optional<List<Imported>> rehearse(Actor actor, List<Profile> profiles) {
    if (!actor.may(Permission.IMPORT_ACCOUNTS)) {
      return Optional.empty();
    }
    var batch = Batch.of(actor, clock.instant(), ids, profiles);
    return Optional.of(batch.imported(openings.rehearse(batch.changes())));
  }
}
