package io.clientele.application.event;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.event.EventPermission;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/** Decides which events an actor may see. */
final class EventAccess {
  private EventAccess() {}

  /**
   * Restricts the filter to what the actor may see; null if it names the account of another
   * customer.
   */
  static @Nullable EventFilter visible(Actor actor, EventFilter filter) {
    if (actor.may(EventPermission.VIEW_ALL_EVENTS)) {
      return filter;
    }
    var own = actor.ownAccount();
    var asked = filter.account();
    return own == null || asked != null && !asked.equals(own) ? null : filter.of(own);
  }

  /** Whether the actor may see an event of this account. */
  static boolean maySee(Actor actor, @Nullable AccountId account) {
    return actor.may(EventPermission.VIEW_ALL_EVENTS)
        || actor.may(EventPermission.VIEW_EVENTS)
            && account != null
            && account.equals(actor.ownAccount());
  }
}
