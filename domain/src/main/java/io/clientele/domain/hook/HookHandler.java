package io.clientele.domain.hook;

/**
 * Handles the messages of one source. Implementations are safe for use by many threads. A message
 * may be handled more than once, and a sender may repeat a message under another id where its
 * scheme does not sign the id: handlers are idempotent by content.
 */
public interface HookHandler {
  /** The source whose messages it handles. */
  HookSource source();

  /** Handles a message. Throws to have it handled again later. */
  void handle(HookMessage message, HookContent content);
}
