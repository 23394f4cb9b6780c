package io.clientele.domain.identity.preference;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.util.Objects;

/**
 * The preferences of one operator. Immutable.
 *
 * @param version that was read; storing a change raises it by one. 0 for an operator that has not
 *     chosen yet
 */
public record Preferences(OperatorId operator, PreferenceChoice choice, long version) {
  public Preferences {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(choice, "choice");
  }

  /** Returns the preferences of an operator that has not chosen. */
  public static Preferences none(OperatorId operator) {
    return new Preferences(operator, PreferenceChoice.NONE, 0);
  }

  /** Chooses other preferences; an equal choice changes nothing. */
  public Change<Preferences> choose(PreferenceChoice chosen, Provenance act) {
    return chosen.equals(choice)
        ? Change.none(this, act)
        : Change.of(
            new Preferences(operator, chosen, version),
            new PreferenceEvent.Chosen(choice, chosen),
            act);
  }

  /** Returns this state with the version under which it is stored. */
  public Preferences at(long stored) {
    return new Preferences(operator, choice, stored);
  }
}
