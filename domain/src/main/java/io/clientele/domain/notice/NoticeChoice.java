package io.clientele.domain.notice;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.kernel.Change;
import io.clientele.domain.kernel.Provenance;
import java.util.Objects;
import java.util.Set;

/**
 * The notices that an operator chose, and their language. Immutable.
 *
 * @param version that was read; storing a change raises it by one. 0 for an operator that has not
 *     chosen yet
 */
public record NoticeChoice(
    OperatorId operator, Set<NoticeKind> kinds, NoticeLanguage language, long version) {
  public NoticeChoice {
    Objects.requireNonNull(operator, "operator");
    Objects.requireNonNull(kinds, "kinds");
    Objects.requireNonNull(language, "language");
    kinds = Set.copyOf(kinds);
  }

  /** Returns the choice of an operator that has not chosen: no notices. */
  public static NoticeChoice none(OperatorId operator) {
    return new NoticeChoice(operator, Set.of(), NoticeLanguage.EN, 0);
  }

  /** Chooses other notices or another language; an equal choice changes nothing. */
  public Change<NoticeChoice> choose(
      Set<NoticeKind> chosen, NoticeLanguage spoken, Provenance act) {
    var state = new NoticeChoice(operator, chosen, spoken, version);
    return state.equals(this)
        ? Change.none(this, act)
        : Change.of(state, new NoticeEvent.Chosen(kinds, language, chosen, spoken), act);
  }

  /** Returns this state with the version under which it is stored. */
  public NoticeChoice at(long stored) {
    return new NoticeChoice(operator, kinds, language, stored);
  }
}
