package io.clientele.domain.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Verifies the messages of one source by one secret. Implementations are safe for use by many
 * threads, and compare signatures in a time that tells nothing about them.
 */
public interface SignatureVerifier {
  /** How far the time of a message may be from this service's clock, where the scheme has one. */
  Duration TOLERANCE = Duration.ofMinutes(5);

  /** The scheme and the number of the secret, from 1, such as {@code stripe/1}. */
  String name();

  /** The lower-case names of the headers that the scheme reads. */
  Set<String> headers();

  /**
   * Returns the id that the sender gave the message, 1 to {@link HookMessage#EXTERNAL_ID_MAX}
   * visible ASCII characters; empty if the message is not the sender's, was altered, or is too old
   * or too new.
   */
  Optional<String> verify(HookContent content, Instant now);
}
