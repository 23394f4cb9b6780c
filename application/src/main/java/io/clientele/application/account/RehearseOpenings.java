package io.clientele.application.account;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Openings;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/** Runs an import without storing it: shows the result that each account would have. */
public final class RehearseOpenings {
  private final Openings openings;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /** Rehearses on this store. */
  public RehearseOpenings(Openings openings, Supplier<AccountId> ids, InstantSource clock) {
    this.openings = openings;
    this.ids = ids;
    this.clock = clock;
  }

  /** The result that each profile would have now, in their order, if the actor may import. */
  public Access<List<Imported>> rehearse(Actor actor, List<Profile> profiles) {
    return Access.when(actor.may(Permission.IMPORT_ACCOUNTS), () -> imported(actor, profiles));
  }

  private List<Imported> imported(Actor actor, List<Profile> profiles) {
    var batch = Batch.of(actor, clock.instant(), ids, profiles);
    return batch.imported(openings.rehearse(batch.changes()));
  }
}
