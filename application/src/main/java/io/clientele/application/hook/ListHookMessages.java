package io.clientele.application.hook;

import io.clientele.application.kernel.Access;
import io.clientele.domain.hook.HookFilter;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookMessagePage;
import io.clientele.domain.hook.HookPermission;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.identity.Actor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists received messages, without their contents. */
public final class ListHookMessages {
  private final Inbox inbox;

  /** Lists the messages of this inbox. */
  public ListHookMessages(Inbox inbox) {
    this.inbox = Objects.requireNonNull(inbox, "inbox");
  }

  /**
   * Returns a page of messages, the newest first.
   *
   * @param before the end of the page before; null for the first page
   */
  public Access<HookMessagePage> list(
      Actor actor, HookFilter filter, @Nullable HookMessageId before, int limit) {
    return Access.when(
        actor.may(HookPermission.VIEW_HOOK_MESSAGES), () -> inbox.list(filter, before, limit));
  }
}
