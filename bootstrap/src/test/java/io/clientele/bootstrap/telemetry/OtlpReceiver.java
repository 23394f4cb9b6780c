package io.clientele.bootstrap.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes traces and metrics as a collector does, over HTTP, and keeps them. */
final class OtlpReceiver implements AutoCloseable {
  private static final int RESOURCE = 1;
  private static final int SCOPE = 2;
  private static final int SIGNAL = 2;

  private final HttpServer server;
  private final List<Taken> spans = new CopyOnWriteArrayList<>();
  private final Set<String> metrics = ConcurrentHashMap.newKeySet();
  private final Map<String, String> resource = new ConcurrentHashMap<>();

  /**
   * One span, as the protocol names its parts.
   *
   * @param links ids of the traces, and of the spans in them
   */
  record Taken(
      String traceId,
      String spanId,
      String parentId,
      String name,
      long kind,
      Map<String, String> attributes,
      List<String> links) {
    static final long SERVER = 2;
    static final long CLIENT = 3;
  }

  OtlpReceiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", http -> take(http, 2, this::span));
    server.createContext("/v1/metrics", http -> take(http, 2, this::metric));
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All of one trace, so far. */
  List<Taken> trace(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  List<Taken> named(String name) {
    return spans.stream().filter(span -> span.name().equals(name)).toList();
  }

  Set<String> metrics() {
    return metrics;
  }

  Map<String, String> resource() {
    return resource;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private interface Signal {
    void take(ProtobufMessage message);
  }

  private void take(HttpExchange http, int scoped, Signal signal) throws IOException {
    try (http) {
      var isZipped = "gzip".equals(http.getRequestHeaders().getFirst("Content-Encoding"));
      var body = http.getRequestBody();
      var bytes = (isZipped ? new GZIPInputStream(body) : body).readAllBytes();
      for (var each : ProtobufMessage.read(bytes).messages(RESOURCE)) {
        each.messages(RESOURCE).forEach(one -> resource.putAll(attributes(one, RESOURCE)));
        for (var scope : each.messages(SCOPE)) {
          scope.messages(scoped).forEach(signal::take);
        }
      }
      http.sendResponseHeaders(200, -1);
    }
  }

  private void metric(ProtobufMessage metric) {
    metrics.add(metric.text(1));
  }

  private void span(ProtobufMessage span) {
    var links = new ArrayList<String>();
    span.messages(13).forEach(link -> links.add(hex(link.bytes(1)) + "/" + hex(link.bytes(2))));
    spans.add(
        new Taken(
            hex(span.bytes(1)),
            hex(span.bytes(2)),
            hex(span.bytes(4)),
            span.text(5),
            span.number(6),
            attributes(span, 9),
            links));
  }

  private static Map<String, String> attributes(ProtobufMessage of, int field) {
    var attributes = new TreeMap<String, String>();
    for (var pair : of.messages(field)) {
      var value = pair.messages(SIGNAL).getFirst();
      attributes.put(pair.text(1), value.has(1) ? value.text(1) : "" + value.number(3));
    }
    return attributes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
