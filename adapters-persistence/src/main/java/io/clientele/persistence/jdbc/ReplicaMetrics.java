package io.clientele.persistence.jdbc;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import java.util.List;

/**
 * Counts which server answered the queries that the replica may answer. Shows a replica that is
 * hardly used.
 */
final class ReplicaMetrics {
  private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server");
  private static final Attributes REPLICA = Attributes.of(SERVER, "replica");
  private static final Attributes PRIMARY = Attributes.of(SERVER, "primary");
  private static final Attributes NONE = Attributes.of(SERVER, "none");

  private final LongCounter reads;

  /**
   * Created at the start, with or without a replica, because an alert cannot detect a missing
   * series.
   */
  ReplicaMetrics(OpenTelemetry telemetry) {
    reads =
        telemetry
            .getMeter("clientele.persistence")
            .counterBuilder("clientele.replica.reads")
            .setUnit("{read}")
            .setDescription("Reads for the replica by the server that answered")
            .build();
    List.of(REPLICA, PRIMARY, NONE).forEach(server -> reads.add(0, server));
  }

  void byReplica() {
    reads.add(1, REPLICA);
  }

  /** The replica was of no use, a moment ago or now. */
  void byPrimary() {
    reads.add(1, PRIMARY);
  }

  /** The replica took too long to ask the primary afterwards. */
  void byNobody() {
    reads.add(1, NONE);
  }
}
