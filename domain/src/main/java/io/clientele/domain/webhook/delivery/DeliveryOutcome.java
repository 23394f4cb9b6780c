package io.clientele.domain.webhook.delivery;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an attempt to deliver a message ends. */
public sealed interface DeliveryOutcome {
  /** The longest time that an endpoint can ask to wait. */
  Duration RETRY_AFTER_MAX = Duration.ofHours(24);

  /** The endpoint answered with a status of 200 to 299. */
  record Delivered(int status) implements DeliveryOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.delivered(this);
    }
  }

  /**
   * The endpoint answered with another status; redirects are not followed.
   *
   * @param retryAfter how long the endpoint asks to wait; null if it does not
   */
  record Refused(int status, @Nullable Duration retryAfter) implements DeliveryOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** The endpoint answered 410: it wants no more messages. */
  record Gone() implements DeliveryOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.gone(this);
    }
  }

  /** There was no complete answer. */
  record Unreachable(Fault fault) implements DeliveryOutcome {
    public Unreachable {
      Objects.requireNonNull(fault, "fault");
    }

    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.unreachable(this);
    }
  }

  /** The address is one that webhooks must not reach; nothing was sent. */
  record Forbidden() implements DeliveryOutcome {
    @Override
    public <R extends @Nullable Object> R accept(Visitor<R> visitor) {
      return visitor.forbidden(this);
    }
  }

  /** Why there was no complete answer. The code tells a class and never an address. */
  enum Fault {
    /** The name does not resolve. */
    DNS("dns"),
    /** No connection within 5 seconds, or it broke. */
    CONNECT("connect"),
    /** The handshake failed, or the certificate is not valid for the host. */
    TLS("tls"),
    /** No answer within 15 seconds. */
    TIMEOUT("timeout"),
    /** The answer is larger than is read. */
    TOO_LARGE("too-large");

    private final String code;

    Fault(String code) {
      this.code = code;
    }

    /** The code that attempts show. */
    public String code() {
      return code;
    }
  }

  /** Whether the message has arrived. */
  default boolean isDelivered() {
    return this instanceof Delivered;
  }

  /**
   * Whether the endpoint asks to wait: 429, 502, 503 or 504. Then all its lanes wait, and the
   * failure is never the fault of the event.
   */
  default boolean isBusy() {
    return this instanceof Refused refused
        && (refused.status() == 429 || refused.status() >= 502 && refused.status() <= 504);
  }

  /** The status of the answer; null if there was none. */
  default @Nullable Integer httpStatus() {
    if (this instanceof Delivered delivered) {
      return delivered.status();
    }
    if (this instanceof Refused refused) {
      return refused.status();
    }
    return this instanceof Gone ? 410 : null;
  }

  /** The class of the failure, such as {@code timeout}; null if there was an answer. */
  default @Nullable String faultCode() {
    if (this instanceof Unreachable unreachable) {
      return unreachable.fault().code();
    }
    return this instanceof Forbidden ? "address-refused" : null;
  }

  /** Calls the method of the visitor for this case, and returns its result. */
  <R extends @Nullable Object> R accept(Visitor<R> visitor);

  /** One method for each case, so that the compiler finds a case that is not handled. */
  interface Visitor<R extends @Nullable Object> {
    R delivered(Delivered delivered);

    R refused(Refused refused);

    R gone(Gone gone);

    R unreachable(Unreachable unreachable);

    R forbidden(Forbidden forbidden);
  }
}
