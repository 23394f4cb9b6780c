package io.clientele.domain.hook;

import io.clientele.domain.kernel.DomainEvent;

/** Something that an administrator did with a received message. */
public sealed interface HookEvent extends DomainEvent {
  /** The message is to be handled again. */
  record Replayed() implements HookEvent {
    @Override
    public String action() {
      return "hook-message.replayed";
    }
  }
}
