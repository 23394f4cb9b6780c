package io.clientele.cache;

import io.lettuce.core.protocol.CompleteableCommand;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.tracing.TraceContext;
import io.lettuce.core.tracing.TraceContextProvider;
import io.lettuce.core.tracing.Tracer;
import io.lettuce.core.tracing.TracerProvider;
import io.lettuce.core.tracing.Tracing;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Traces commands of sampled work; other commands cost one check. Arguments are not recorded,
 * because keys name accounts and values belong to them.
 */
final class CommandTracing extends Tracer implements Tracing, TracerProvider {
  private final io.opentelemetry.api.trace.Tracer tracer;

  CommandTracing(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer("clientele.cache");
  }

  /** The context in which a command was given. */
  private record Within(Context context) implements TraceContext {}

  private record Place(SocketAddress address) implements Tracing.Endpoint {}

  @Override
  public TracerProvider getTracerProvider() {
    return this;
  }

  @Override
  public TraceContextProvider initialTraceContextProvider() {
    return () -> new Within(Context.current());
  }

  @Override
  public boolean isEnabled() {
    return true;
  }

  @Override
  public boolean includeCommandArgsInSpanTags() {
    return false;
  }

  @Override
  public Tracing.Endpoint createEndpoint(SocketAddress address) {
    return new Place(address);
  }

  @Override
  public Tracer getTracer() {
    return this;
  }

  @Override
  public Tracer.Span nextSpan() {
    return new Command(Context.current());
  }

  @Override
  public Tracer.Span nextSpan(TraceContext parent) {
    return new Command(parent instanceof Within(var context) ? context : Context.root());
  }

  /** The span of one command; does nothing if the command is not traced. */
  private final class Command extends Tracer.Span {
    private final Context parent;
    private io.opentelemetry.api.trace.@Nullable Span span;
    private @Nullable InetSocketAddress server;

    Command(Context parent) {
      this.parent = parent;
    }

    @Override
    public Tracer.Span start(RedisCommand<?, ?, ?> command) {
      if (io.opentelemetry.api.trace.Span.fromContext(parent).isRecording()) {
        begin(command);
      }
      return this;
    }

    @Override
    public Tracer.Span name(String name) {
      return this;
    }

    @Override
    public Tracer.Span annotate(String event) {
      return this;
    }

    @Override
    public Tracer.Span tag(String key, String value) {
      return this;
    }

    @Override
    public Tracer.Span error(Throwable failure) {
      if (span != null) {
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", failure.getClass().getName());
      }
      return this;
    }

    /** Called before the start. */
    @Override
    public Tracer.Span remoteEndpoint(Tracing.Endpoint endpoint) {
      if (endpoint instanceof Place(InetSocketAddress address)) {
        server = address;
      }
      return this;
    }

    @Override
    public void finish() {
      if (span != null) {
        span.end();
      }
    }

    /** The library leaves it to the span to hear of the end. */
    private void begin(RedisCommand<?, ?, ?> command) {
      var begun =
          tracer
              .spanBuilder(command.getType().toString())
              .setParent(parent)
              .setSpanKind(SpanKind.CLIENT)
              .setAllAttributes(CommandMetrics.of(command.getType()))
              .startSpan();
      span = begun;
      if (server != null) {
        begun.setAttribute("server.address", server.getHostString());
        begun.setAttribute("server.port", (long) server.getPort());
      }
      if (command instanceof CompleteableCommand<?> completeable) {
        completeable.onComplete((_, failure) -> ended(command, failure));
      }
    }

    private void ended(RedisCommand<?, ?, ?> command, @Nullable Throwable failure) {
      var output = command.getOutput();
      if (failure != null) {
        error(failure);
      } else if (span != null && output != null && output.hasError()) {
        span.setStatus(StatusCode.ERROR).setAttribute("error.type", "reply");
      }
      finish();
    }
  }
}
