package io.clientele.domain.webhook.delivery;

/**
 * Is told of each event that was set aside. Contexts contribute these. A letter may be told more
 * than once, and is told again when the listener throws. Implementations are safe for use by many
 * threads.
 */
@FunctionalInterface
public interface DeadLetterListener {
  /** The letter is stored. */
  void setAside(DeadLetter letter);
}
