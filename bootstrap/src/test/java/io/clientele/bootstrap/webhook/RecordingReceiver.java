package io.clientele.bootstrap.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.clientele.domain.webhook.WebhookSecret;
import io.clientele.domain.webhook.WebhookVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An endpoint on this machine that verifies and records what it gets. */
final class RecordingReceiver implements AutoCloseable {
  private final HttpServer server;
  private final WebhookVerifier verifier;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile Supplier<Integer> answer = () -> 204;

  /** A message that arrived. */
  record Message(
      String id,
      long version,
      long position,
      WebhookVerifier.Result verified,
      String trace,
      JsonNode body) {
    String subject() {
      return body.path("subject").path("id").asString();
    }
  }

  RecordingReceiver(WebhookSecret secret) throws IOException {
    verifier = new WebhookVerifier(List.of(secret), InstantSource.system());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", this::receive);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  /** How it answers from now on. */
  void answers(Supplier<Integer> status) {
    answer = status;
  }

  /** All messages, repeated ones included. */
  List<Message> messages() {
    return List.copyOf(messages);
  }

  /** The first arrival of each message, in order. */
  List<Message> first() {
    var seen = new HashSet<String>();
    var first = new ArrayList<Message>();
    for (var message : messages) {
      if (seen.add(message.id())) {
        first.add(message);
      }
    }
    return first;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var headers = exchange.getRequestHeaders();
    var id = headers.getFirst("webhook-id");
    var verified =
        verifier.verify(
            id, headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"), body);
    var status = answer.get();
    if (status < 300) {
      messages.add(
          new Message(
              id,
              number(headers.getFirst("Clientele-Version")),
              number(headers.getFirst("Clientele-Position")),
              verified,
              headers.getFirst("traceparent"),
              JsonMapper.shared().readTree(body)));
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  /** Test messages have neither. */
  private static long number(String header) {
    return header == null ? 0 : Long.parseLong(header);
  }
}
