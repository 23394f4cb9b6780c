package io.clientele.http.exchange;

import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.clientele.http.telemetry.RequestAttributes;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} of one request, on a route that declares it. The route calls {@link
 * #begin} before the handler and {@link #end} after it; the handler asks for {@link #of}. Used by
 * the thread of the request only.
 */
public final class IdempotentRequest {
  private static final String ATTRIBUTE = IdempotentRequest.class.getName();

  private final ValidationErrors faults;
  private final @Nullable String name;
  private boolean isHandled;

  private IdempotentRequest(Context http) {
    faults = new ValidationErrors();
    name = IdempotencyKeyHeader.read(http, faults);
    isHandled = name == null && faults.isEmpty();
  }

  /** Reads the header, for a route that declares idempotency. */
  public static void begin(Context http) {
    http.req().setAttribute(ATTRIBUTE, new IdempotentRequest(http));
  }

  /** Notes the fault of a malformed key, on a route that declares idempotency. */
  public static void check(Context http, ValidationErrors faults) {
    if (http.req().getAttribute(ATTRIBUTE) instanceof IdempotentRequest request) {
      request.faults.all().forEach(fault -> faults.header(fault.at(), fault.detail()));
    }
  }

  /** Notes a fault if the request has no key, on a route that must not be carried out twice. */
  public static void require(Context http, ValidationErrors faults) {
    var request = request(http);
    if (request.name == null && request.faults.isEmpty()) {
      faults.header(IdempotencyKeyHeader.HEADER, "is required");
    }
  }

  /**
   * The caller's key with a hash of the body, after {@link #require}.
   *
   * @throws IllegalStateException if the request has no key
   */
  public static IdempotencyKey key(Context http) {
    RespondAsync.accept(http);
    var name = handled(http);
    if (name == null) {
      throw new IllegalStateException("The handler did not require the Idempotency-Key.");
    }
    return key(http, name);
  }

  /** The caller's key with a hash of the body; null for a request without a key. */
  public static @Nullable IdempotencyKey optionalKey(Context http) {
    var name = handled(http);
    return name == null ? null : key(http, name);
  }

  /**
   * The caller's key with a hash of the body; null for a request without a key.
   *
   * @param response makes the response, which is stored for a repetition, from what was stored
   * @throws IllegalStateException if the route does not declare idempotency
   */
  public static <T> @Nullable Idempotent<T> of(
      Context http, Function<T, ReplayableResponse> response) {
    RespondAsync.accept(http);
    var name = handled(http);
    if (name == null) {
      return null;
    }
    return new Idempotent<>(key(http, name), stored -> response.apply(stored).encode());
  }

  private static IdempotencyKey key(Context http, String name) {
    var caller = (String) Objects.requireNonNull(http.req().getAttribute(RequestAttributes.ACTOR));
    var request = http.req();
    return new IdempotencyKey(
        caller, request.getMethod(), request.getRequestURI(), name, RequestBodies.hash(http));
  }

  /** Ignores the key of a request that changes nothing. */
  public static void ignore(Context http) {
    var _ = handled(http);
  }

  /**
   * Checks that the handler used the key.
   *
   * @throws IllegalStateException if a key was sent and the handler did not read it
   */
  public static void end(Context http) {
    if (!request(http).isHandled) {
      throw new IllegalStateException("The handler did not ask for the Idempotency-Key.");
    }
  }

  private static @Nullable String handled(Context http) {
    var request = request(http);
    request.isHandled = request.faults.isEmpty();
    return request.name;
  }

  private static IdempotentRequest request(Context http) {
    return (IdempotentRequest)
        Objects.requireNonNullElseGet(
            http.req().getAttribute(ATTRIBUTE),
            () -> {
              throw new IllegalStateException("The route does not declare idempotent().");
            });
  }
}
