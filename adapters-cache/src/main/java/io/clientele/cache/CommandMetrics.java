package io.clientele.cache;

import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.Meter;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Measures every command that Redis has answered, by the semantic conventions. */
final class CommandMetrics implements CommandLatencyRecorder {
  private static final double NANOS_A_SECOND = 1e9;
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("db.operation.name");

  private final DoubleHistogram durations;
  private final Map<ProtocolKeyword, Attributes> attributes = new ConcurrentHashMap<>();

  CommandMetrics(Meter meter) {
    durations =
        meter
            .histogramBuilder("db.client.operation.duration")
            .setUnit("s")
            .setDescription("Duration of database client operations")
            .build();
  }

  /** The attributes of every span and measurement of a command. */
  static Attributes of(ProtocolKeyword command) {
    return Attributes.of(SYSTEM, "redis", OPERATION, command.toString());
  }

  @Override
  public void recordCommandLatency(
      SocketAddress local,
      SocketAddress remote,
      ProtocolKeyword command,
      long firstResponseNanos,
      long completionNanos) {
    durations.record(
        completionNanos / NANOS_A_SECOND, attributes.computeIfAbsent(command, CommandMetrics::of));
  }
}
