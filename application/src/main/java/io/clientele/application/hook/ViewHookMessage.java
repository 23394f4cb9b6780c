package io.clientele.application.hook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookPermission;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.identity.Actor;
import java.util.Objects;
import java.util.Optional;

/** Reads one received message with its content. */
public final class ViewHookMessage {
  private final Inbox inbox;

  /** Reads messages of this inbox. */
  public ViewHookMessage(Inbox inbox) {
    this.inbox = Objects.requireNonNull(inbox, "inbox");
  }

  /** Returns the message; empty if there is none, or it is no longer kept. */
  public Access<Optional<Inbox.Stored>> view(Actor actor, HookMessageId id) {
    return Access.when(actor.may(HookPermission.VIEW_HOOK_MESSAGES), () -> inbox.read(id));
  }
}
