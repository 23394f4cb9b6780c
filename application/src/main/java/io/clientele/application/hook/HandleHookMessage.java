package io.clientele.application.hook;

import io.clientele.domain.hook.HookHandler;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.Inbox;
import io.clientele.domain.task.ClaimedTask;
import io.clientele.domain.task.TaskHandler;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Carries out the task of a received message: gives the message to each handler of its source. A
 * message of a source without a handler stays as received, so that a later version can handle it by
 * a replay.
 */
public final class HandleHookMessage implements TaskHandler {
  private final Inbox inbox;
  private final List<HookHandler> handlers;

  /** Handles messages of this inbox by these handlers. */
  public HandleHookMessage(Inbox inbox, Collection<HookHandler> handlers) {
    Objects.requireNonNull(handlers, "handlers");
    this.inbox = Objects.requireNonNull(inbox, "inbox");
    this.handlers = List.copyOf(handlers);
  }

  @Override
  public String kind() {
    return HookTasks.KIND;
  }

  @Override
  public void handle(ClaimedTask task) {
    var id = HookMessageId.parse(task.payload());
    inbox.read(id).ifPresent(this::handle);
  }

  private void handle(Inbox.Stored stored) {
    var message = stored.message();
    var chosen =
        handlers.stream().filter(handler -> handler.source().equals(message.source())).toList();
    chosen.forEach(handler -> handler.handle(message, stored.content()));
    if (!chosen.isEmpty()) {
      inbox.handled(message.id());
    }
  }
}
