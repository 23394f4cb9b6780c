package io.clientele.http.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/**
 * Measures every request and traces sampled ones, by the semantic conventions of OpenTelemetry.
 * Attributes hold no text of the client except a checked request id; the matched route stands in
 * place of the path.
 */
public final class RequestTelemetry {
  private static final String NAME = "clientele.http";
  private static final double NANOS_A_SECOND = 1e9;
  private static final int SERVER_ERROR = 500;

  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> VERSION =
      AttributeKey.stringKey("network.protocol.version");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> DOOR = AttributeKey.stringKey("door");
  private static final AttributeKey<List<String>> REQUEST_ID =
      AttributeKey.stringArrayKey("http.response.header.x-request-id");

  private final Tracer tracer;
  private final DoubleHistogram durations;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** Cached attribute sets, bounded by methods, routes and statuses. */
  private final Map<Series, Attributes> series = new ConcurrentHashMap<>();

  /** What one listener of the service is watched for. */
  private record Listener(IntSupplier inWork, List<RejectionCounter> doors) {}

  private record Series(String method, @Nullable String route, String scheme, int status) {}

  public RequestTelemetry(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer(NAME);
    var meter = telemetry.getMeter(NAME);
    durations =
        meter
            .histogramBuilder("http.server.request.duration")
            .setUnit("s")
            .setDescription("Duration of HTTP server requests")
            .build();
    watchListeners(meter);
  }

  /** Adds a listener to the metrics of current requests, and of rejected ones by limiter. */
  public void watch(IntSupplier inWork, List<RejectionCounter> doors) {
    listeners.add(new Listener(inWork, doors));
  }

  private void watchListeners(Meter meter) {
    meter
        .upDownCounterBuilder("http.server.active_requests")
        .setUnit("{request}")
        .setDescription("Requests in progress")
        .buildWithCallback(
            to -> to.record(listeners.stream().mapToInt(of -> of.inWork().getAsInt()).sum()));
    meter
        .counterBuilder("clientele.requests.shed")
        .setUnit("{request}")
        .setDescription("Requests answered 503 because of overload")
        .buildWithCallback(
            to ->
                listeners.stream()
                    .flatMap(of -> of.doors().stream())
                    .forEach(of -> to.record(of.count(), Attributes.of(DOOR, of.door()))));
  }

  /**
   * Begins the span of a request, and returns the context to answer it in. For a request that is
   * not sampled the context holds no span, so no child spans are made.
   */
  public Context begin(Request request) {
    var parent =
        request.getHeaders().contains(RequestTrace.TRACEPARENT)
            ? W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), request, Headers.INSTANCE)
            : Context.root();
    var span =
        tracer
            .spanBuilder(method(request))
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .startSpan();
    request.setAttribute(RequestAttributes.SPAN, span);
    return span.isRecording() ? parent.with(span) : Context.root();
  }

  /** Ends the span, also of a request that was refused before its span began. */
  void end(Request request, Response response) {
    var seconds = (System.nanoTime() - request.getBeginNanoTime()) / NANOS_A_SECOND;
    var route = route(request);
    var status = response.getStatus();
    var key = new Series(method(request), route, scheme(request), status);
    var attributes = series.computeIfAbsent(key, RequestTelemetry::attributes);
    var span =
        request.getAttribute(RequestAttributes.SPAN) instanceof Span begun
            ? begun
            : Span.getInvalid();
    durations.record(
        seconds, attributes, span.isRecording() ? Context.root().with(span) : Context.root());
    if (span.isRecording()) {
      if (route != null) {
        span.updateName(key.method() + " " + route).setAttribute(PATH, route);
      }
      if (status >= SERVER_ERROR) {
        span.setStatus(StatusCode.ERROR);
      }
      var requestId = response.getHeaders().get(RequestTrace.REQUEST_ID);
      span.setAllAttributes(attributes)
          .setAttribute(REQUEST_ID, requestId == null ? List.of() : List.of(requestId))
          .end();
    }
  }

  private static Attributes attributes(Series of) {
    var attributes =
        Attributes.builder()
            .put(METHOD, of.method())
            .put(SCHEME, of.scheme())
            .put(VERSION, "1.1")
            .put(STATUS, (long) of.status());
    if (of.route() != null) {
      attributes.put(ROUTE, of.route());
    }
    if (of.status() >= SERVER_ERROR) {
      attributes.put(ERROR, Integer.toString(of.status()));
    }
    return attributes.build();
  }

  private static @Nullable String route(Request request) {
    return request.getAttribute(RequestAttributes.ROUTE) instanceof String route ? route : null;
  }

  /** Returns the scheme if it is http or https: any other would create a series of its own. */
  private static String scheme(Request request) {
    return "https".equals(request.getHttpURI().getScheme()) ? "https" : "http";
  }

  private static String method(Request request) {
    var known = HttpMethods.known(request.getMethod());
    return known.equals(HttpMethods.OTHER) ? "_OTHER" : known;
  }

  /** Lets a propagator read a request. */
  private enum Headers implements TextMapGetter<Request> {
    INSTANCE;

    @Override
    public @Nullable String get(@Nullable Request request, String name) {
      return request == null ? null : request.getHeaders().get(name);
    }
  }
}
