package io.clientele.application.views;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.account.Accounts;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells how often accounts were viewed, to this instant. Counts no view. */
public final class ReadViews {
  private final Accounts accounts;
  private final Views views;

  /** Tells of accounts in this store. */
  public ReadViews(Accounts accounts, Views views) {
    this.accounts = accounts;
    this.views = views;
  }

  /** One account's views, erased or not; empty if there never was one for this actor. */
  public Optional<LiveTotal> read(Actor actor, AccountId id) {
    return actor.maySee(id) && !(accounts.find(id) instanceof Accounts.Found.Absent)
        ? Optional.ofNullable(views.live(List.of(id)).get(id))
        : Optional.empty();
  }

  /** The views of accounts that the actor has just been shown; none of others. */
  public Map<AccountId, LiveTotal> read(Actor actor, Collection<AccountId> shown) {
    return actor.may(Permission.VIEW_ACCOUNTS) || shown.stream().allMatch(actor::maySee)
        ? views.live(shown)
        : Map.of();
  }
}
