package io.clientele.domain.hook;

import io.clientele.domain.kernel.Provenance;
import io.clientele.domain.task.NewTask;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores verified messages of other systems, each with the task that handles it. One call is one
 * transaction. Implementations are safe for use by many threads and throw {@link
 * io.clientele.domain.kernel.PortUnavailable} when the store cannot be reached.
 */
public interface Inbox {
  /** How long a message is kept at least, and how long its external id stays in use. */
  Duration KEPT = Duration.ofDays(30);

  /**
   * Stores a message, its content and its task.
   *
   * @param handling the task that handles the message; its key is the id of the message
   */
  Received receive(HookMessage message, HookContent content, NewTask handling);

  /** Returns a message with its content; empty if there is none, or it is no longer kept. */
  Optional<Stored> read(HookMessageId id);

  /** Stores that a message is handled; does nothing if there is none. */
  void handled(HookMessageId id);

  /**
   * Has a message handled again. Appends {@link HookEvent.Replayed} to the audit.
   *
   * @param handling the task that handles it; its key is the id of the message
   */
  Replayed replay(HookMessageId id, NewTask handling, Provenance by);

  /**
   * Returns messages, the newest first.
   *
   * @param before the end of the page before; null for the first page
   * @param limit the size of the page, at least 1
   */
  HookMessagePage list(HookFilter filter, @Nullable HookMessageId before, int limit);

  /** A message and its content. */
  record Stored(HookMessage message, HookContent content) {
    public Stored {
      Objects.requireNonNull(message, "message");
      Objects.requireNonNull(content, "content");
    }
  }

  /** How {@link #receive} ends. */
  enum Received {
    STORED,
    /** The source sent a message with this external id before; nothing was stored. */
    KNOWN
  }

  /** How {@link #replay} ends. */
  enum Replayed {
    STORED,
    /** The message waits to be handled anyway; nothing was stored. */
    WAITING,
    /** There is no message of this id, or it is no longer kept. */
    NO_SUCH_MESSAGE
  }
}
