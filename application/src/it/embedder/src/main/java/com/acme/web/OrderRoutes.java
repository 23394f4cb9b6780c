package com.acme.web;

import com.acme.application.order.PlaceOrder;
import com.acme.domain.order.Order;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.clientele.domain.identity.Actor;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.IdempotencyKey;
import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.StoredResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** {@code POST /orders/ACCOUNT} orders the item in its body; the response is the id. */
public final class OrderRoutes implements HttpHandler {
  /** Where the routes are. */
  public static final String PATH = "/orders/";

  private final PlaceOrder placeOrder;
  private final Map<String, Actor> actors;

  /** Routes for these actors, by their tokens. */
  public OrderRoutes(PlaceOrder placeOrder, Map<String, Actor> actors) {
    this.placeOrder = placeOrder;
    this.actors = Map.copyOf(actors);
  }

  @Override
  public void handle(HttpExchange http) throws IOException {
    try (http) {
      var actor = actors.get(header(http, "Authorization"));
      var key = header(http, "Idempotency-Key");
      if (actor == null || key.isEmpty()) {
        answer(http, actor == null ? 401 : 400, "");
        return;
      }
      var path = http.getRequestURI().getPath();
      var body = http.getRequestBody().readAllBytes();
      var name = new IdempotencyKey(actor.name(), http.getRequestMethod(), path, key, hash(body));
      var item = new String(body, StandardCharsets.UTF_8);
      var account = AccountId.parse(path.substring(PATH.length()));
      answer(
          http,
          placeOrder.place(actor, account, item, new Idempotent<>(name, OrderRoutes::response)));
    } catch (InvalidValue e) {
      answer(http, 400, e.getMessage());
    }
  }

  private static void answer(HttpExchange http, PlaceOrder.Outcome outcome) throws IOException {
    if (outcome instanceof PlaceOrder.Outcome.Done done) {
      answer(http, 201, text(response(done.order())));
    } else if (outcome instanceof PlaceOrder.Outcome.Replayed replayed) {
      answer(http, 201, text(replayed.response()));
    } else if (outcome instanceof PlaceOrder.Outcome.Denied) {
      answer(http, 403, "");
    } else if (outcome instanceof PlaceOrder.Outcome.NoOpenAccount) {
      answer(http, 404, "");
    } else {
      answer(http, 409, outcome.getClass().getSimpleName());
    }
  }

  private static StoredResponse response(Order order) {
    var id = order.id().value().toString();
    return new StoredResponse("text/plain", id.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(StoredResponse response) {
    return new String(response.bytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange http, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    http.getResponseBody().write(bytes);
  }

  private static String header(HttpExchange http, String name) {
    var value = http.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
