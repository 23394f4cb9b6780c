package io.clientele.application.notice;

import io.clientele.application.kernel.Access;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.notice.NoticeChoice;
import io.clientele.domain.notice.NoticeChoices;
import io.clientele.domain.notice.NoticePermission;
import java.util.Objects;

/** Reads which notices an operator chose. */
public final class ViewNoticeChoice {
  private final NoticeChoices choices;

  /** Reads from this store. */
  public ViewNoticeChoice(NoticeChoices choices) {
    this.choices = Objects.requireNonNull(choices, "choices");
  }

  /** Returns the choice of the actor itself; denied for any other operator. */
  public Access<NoticeChoice> view(Actor actor, OperatorId id) {
    return Access.when(isOwn(actor, id), () -> choices.find(id));
  }

  /** Whether the actor is the operator and may choose notices. */
  static boolean isOwn(Actor actor, OperatorId id) {
    return actor.may(NoticePermission.CHOOSE_NOTICES) && actor.is(id);
  }
}
