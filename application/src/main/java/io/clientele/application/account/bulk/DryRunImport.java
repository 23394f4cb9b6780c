package io.clientele.application.account.bulk;

import io.clientele.application.kernel.Access;
import io.clientele.domain.account.AccountPermission;
import io.clientele.domain.account.BulkAccounts;
import io.clientele.domain.account.Profile;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Returns the result that an import would have, without storing anything. */
public final class DryRunImport {
  private final BulkAccounts openings;
  private final Supplier<AccountId> ids;
  private final InstantSource clock;

  /** Runs dry runs on this store. */
  public DryRunImport(BulkAccounts openings, Supplier<AccountId> ids, InstantSource clock) {
    this.openings = Objects.requireNonNull(openings, "openings");
    this.ids = Objects.requireNonNull(ids, "ids");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** Returns the result that each profile would have now, in order, if the actor may import. */
  public Access<List<ImportResult>> dryRun(Actor actor, List<Profile> profiles) {
    return Access.when(
        actor.may(AccountPermission.IMPORT_ACCOUNTS), () -> imported(actor, profiles));
  }

  private List<ImportResult> imported(Actor actor, List<Profile> profiles) {
    var batch = ImportBatch.of(actor, clock.instant(), ids, profiles);
    return batch.imported(openings.rehearse(batch.changes()));
  }
}
