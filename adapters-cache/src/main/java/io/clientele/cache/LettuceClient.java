package io.clientele.cache;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * The client library, set up: few threads, nothing unbounded, and alike for one server and a
 * cluster.
 */
final class LettuceClient implements AutoCloseable {
  /** The library requires at least two. */
  private static final int THREADS = 2;

  /** More than all callers together ever have on their way; past it a command is refused. */
  private static final int REQUESTS_MAX = 1_000;

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration TOPOLOGY_PERIOD = Duration.ofSeconds(15);

  /** The number of commands in flight on one connection. */
  record Link(
      StatefulConnection<byte[], byte[]> connection,
      RedisClusterAsyncCommands<byte[], byte[]> commands) {
    /**
     * Whether a command may be sent now. False only while there is certainly no connection. A
     * cluster has one connection for each node, and is always called.
     */
    boolean mayReach() {
      return connection.isOpen() || connection instanceof StatefulRedisClusterConnection;
    }
  }

  private final ClientResources resources;
  private final RedisConfig config;
  private final AbstractRedisClient client;

  LettuceClient(RedisConfig config, OpenTelemetry telemetry) {
    this.config = config;
    resources =
        ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .commandLatencyRecorder(new CommandMetrics(telemetry.getMeter("clientele.cache")))
            .tracing(new CommandTracing(telemetry))
            .reconnectDelay(delay())
            .build();
    config.nodes().forEach(node -> node.setTimeout(CONNECT_TIMEOUT));
    client = config.isCluster() ? cluster() : single();
  }

  /**
   * Pauses between attempts: from 50 ms to 2 s with jitter, so that clients do not return at once.
   */
  static Delay delay() {
    return Delay.equalJitter(
        Duration.ofMillis(50), Duration.ofSeconds(2), 50, TimeUnit.MILLISECONDS);
  }

  /** Connects to the current primary; resolves host names and asks the sentinels again. */
  CompletionStage<Link> connect() {
    return switch (client) {
      case RedisClusterClient cluster ->
          cluster
              .refreshPartitionsAsync()
              .thenCompose(_ -> cluster.connectAsync(ByteArrayCodec.INSTANCE))
              .thenCompose(LettuceClient::toAllNodes)
              .thenApply(connection -> new Link(connection, connection.async()));
      case RedisClient single ->
          single
              .connectAsync(ByteArrayCodec.INSTANCE, config.nodes().getFirst())
              .thenApply(connection -> new Link(connection, connection.async()));
      default -> throw new IllegalStateException("neither a single server nor a cluster");
    };
  }

  /** Runs something after a pause, on the library's threads. */
  void later(Duration pause, Runnable task) {
    var _ = resources.eventExecutorGroup().schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
    var _ = resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
  }

  /**
   * Connects to every node now: the library refuses the first command to one it is not connected
   * to.
   */
  private static CompletionStage<StatefulRedisClusterConnection<byte[], byte[]>> toAllNodes(
      StatefulRedisClusterConnection<byte[], byte[]> cluster) {
    var nodes =
        cluster.getPartitions().stream()
            .filter(node -> !node.getSlots().isEmpty())
            .map(RedisClusterNode::getUri)
            .map(uri -> cluster.getConnectionAsync(uri.getHost(), uri.getPort()))
            .toArray(CompletableFuture<?>[]::new);
    return CompletableFuture.allOf(nodes).handle((_, _) -> cluster);
  }

  private AbstractRedisClient single() {
    var single = RedisClient.create(resources);
    single.setOptions(bounded(ClientOptions.builder()).build());
    return single;
  }

  private AbstractRedisClient cluster() {
    var cluster = RedisClusterClient.create(resources, config.nodes());
    var refresh =
        ClusterTopologyRefreshOptions.builder().enablePeriodicRefresh(TOPOLOGY_PERIOD).build();
    var options = ClusterClientOptions.builder();
    bounded(options);
    cluster.setOptions(options.topologyRefreshOptions(refresh).build());
    return cluster;
  }

  private static ClientOptions.Builder bounded(ClientOptions.Builder options) {
    return options
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(REQUESTS_MAX)
        .socketOptions(
            SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).keepAlive(true).build());
  }
}
