package io.clientele.application.identity.preference;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.IdentityPermission;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.preference.PreferenceStore;
import io.clientele.domain.identity.preference.Preferences;
import java.util.Objects;

/** Reads the preferences of an operator. */
public final class ViewPreferences {
  private final PreferenceStore preferences;

  /** Reads from this store. */
  public ViewPreferences(PreferenceStore preferences) {
    this.preferences = Objects.requireNonNull(preferences, "preferences");
  }

  /** Returns the preferences of the actor itself; denied for any other operator. */
  public Access<Preferences> view(Actor actor, OperatorId id) {
    return Access.when(isOwn(actor, id), () -> preferences.find(id));
  }

  /** Whether the actor is the operator and may choose preferences. */
  static boolean isOwn(Actor actor, OperatorId id) {
    return actor.may(IdentityPermission.CHOOSE_PREFERENCES) && actor.is(id);
  }
}
