package io.clientele.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the webhooks that a receiver gets, as the Standard Webhooks specification says. A valid
 * message may come more than once: receivers remember its id and do nothing the second time. Safe
 * for use by many threads.
 *
 * {@snippet file="io/clientele/domain/webhook/WebhookVerifierTest.java" region="receive" :
 * var verifier = new WebhookVerifier(List.of(SECRET), InstantSource.system());
 * var result =
 *     verifier.verify(
 *         headers.get("webhook-id"),
 *         headers.get("webhook-timestamp"),
 *         headers.get("webhook-signature"),
 *         BODY);
 * }
 */
public final class WebhookVerifier {
  /** How far the time stamp of a message may be from the receiver's clock. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final int SIGNATURES_MAX = 10;

  private final List<WebhookSecret> secrets;
  private final InstantSource clock;

  /**
   * Verifies by these secrets.
   *
   * @param secrets one, or during a rotation the old and the new one
   * @throws IllegalArgumentException if there is no secret
   */
  public WebhookVerifier(List<WebhookSecret> secrets, InstantSource clock) {
    Objects.requireNonNull(secrets, "secrets");
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("there is no secret");
    }
    this.secrets = List.copyOf(secrets);
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /** The result of a verification. */
  public enum Result {
    /** The message is of the sender, and its time is near. */
    VALID,
    /** A header is absent or malformed. */
    MALFORMED,
    /** The time stamp is more than {@link #TOLERANCE} from now: the message may be a replay. */
    TOO_OLD_OR_NEW,
    /** No signature is of a secret: the message is forged or altered, or a secret is wrong. */
    WRONG_SIGNATURE
  }

  /**
   * Verifies one message.
   *
   * @param id the header {@code webhook-id}; null if it is absent
   * @param timestamp the header {@code webhook-timestamp}; null if it is absent
   * @param signatures the header {@code webhook-signature}; null if it is absent
   * @param body the bytes as they came, before any parsing
   */
  public Result verify(
      @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
    if (id == null || id.isEmpty() || timestamp == null || signatures == null) {
      return Result.MALFORMED;
    }
    var sent = seconds(timestamp);
    if (sent == null) {
      return Result.MALFORMED;
    }
    if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
      return Result.TOO_OLD_OR_NEW;
    }
    var given = signatures.split(" ", SIGNATURES_MAX + 1);
    if (given.length > SIGNATURES_MAX) {
      return Result.MALFORMED;
    }
    return isSigned(given, id, sent.getEpochSecond(), body) ? Result.VALID : Result.WRONG_SIGNATURE;
  }

  /** Compares all pairs, so that the time tells nothing about the signatures. */
  private boolean isSigned(String[] given, String id, long timestamp, byte[] body) {
    var isSigned = false;
    for (var secret : secrets) {
      var expected = secret.sign(id, timestamp, body).getBytes(StandardCharsets.UTF_8);
      for (var signature : given) {
        isSigned |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
      }
    }
    return isSigned;
  }

  private static @Nullable Instant seconds(String timestamp) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return null;
    }
    try {
      return Instant.ofEpochSecond(Long.parseLong(timestamp));
    } catch (DateTimeException tooFar) {
      return null;
    }
  }
}
