package io.clientele.http.operation;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.operation.ClaimedOperation;
import io.clientele.domain.operation.OperationResult;
import io.clientele.domain.operation.OperationResult.Verdict;
import io.clientele.domain.operation.OperationRunner;
import io.clientele.http.identity.authentication.DeferredAuthenticator;
import io.clientele.http.server.RouteDispatcher;
import io.clientele.http.telemetry.RequestTrace;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers queued requests by the routes, as if their callers sent them now. A request without an
 * {@code Idempotency-Key} gets the id of its operation, so that a second run repeats nothing.
 */
public final class QueuedWriteRunner implements OperationRunner {
  private static final String KEY = "Idempotency-Key";
  private static final Pattern ACCOUNT = Pattern.compile("/v1/accounts/([0-9a-f-]{36})");

  private final RouteDispatcher routes;

  /**
   * Runs requests by these routes.
   *
   * @param routes whose admission authenticates by {@link DeferredAuthenticator}
   */
  public QueuedWriteRunner(RouteDispatcher routes) {
    this.routes = routes;
  }

  @Override
  public OperationResult run(ClaimedOperation operation) {
    var stored = HttpMessage.decode(operation.request());
    var headers = new HashMap<String, String>();
    var caller = new HashMap<String, String>();
    stored
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(QueuedWrites.CALLER)) {
                caller.put(name.substring(QueuedWrites.CALLER.length()), value);
              } else {
                headers.put(name, value);
              }
            });
    headers.putIfAbsent(KEY, operation.id().toString());
    var response = answer(new HttpMessage(stored.start(), headers, stored.body()), caller);
    var account = operation.account();
    return new OperationResult(
        verdict(response.getStatus()),
        account == null ? created(response) : account,
        response.message().encode());
  }

  private CapturedResponse answer(HttpMessage message, Map<String, String> caller) {
    var request = new StoredRequest(message);
    DeferredAuthenticator.describe(request, caller);
    var response = new CapturedResponse();
    response.setHeader(
        RequestTrace.REQUEST_ID,
        Objects.requireNonNull(message.headers().get(RequestTrace.REQUEST_ID), "always stored"));
    try {
      routes.answer(request, response);
    } catch (IOException | ServletException bug) {
      throw new IllegalStateException("nothing is sent, so nothing can break", bug);
    }
    return response;
  }

  private static Verdict verdict(int status) {
    if (status == 503) {
      return Verdict.UNAVAILABLE;
    }
    return status < 400 ? Verdict.DONE : Verdict.FAILED;
  }

  /** The account that the request created, whose data the response holds; null for none. */
  private static @Nullable AccountId created(CapturedResponse response) {
    var location = ACCOUNT.matcher(Objects.requireNonNullElse(response.getHeader("Location"), ""));
    return location.matches() ? AccountId.parse(location.group(1)) : null;
  }
}
