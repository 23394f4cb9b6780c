package io.clientele.cache.testbed;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three real nodes that share the slots of a cluster, without replicas. */
public final class TestRedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final Duration SOON = Duration.ofSeconds(30);

  private final List<TestRedis> nodes =
      Stream.generate(
              () ->
                  TestRedis.start(
                      "--cluster-enabled",
                      "yes",
                      "--cluster-require-full-coverage",
                      "no",
                      "--appendonly",
                      "yes"))
          .limit(3)
          .toList();

  public TestRedisCluster() {
    IntStream.range(0, nodes.size())
        .forEach(
            i ->
                nodes
                    .get(i)
                    .ask(
                        "CLUSTER",
                        "ADDSLOTSRANGE",
                        "" + i * SLOTS / nodes.size(),
                        "" + ((i + 1) * SLOTS / nodes.size() - 1)));
    var first = "" + nodes.getFirst().port();
    nodes.stream().skip(1).forEach(node -> node.ask("CLUSTER", "MEET", "127.0.0.1", first));
    nodes.forEach(
        node ->
            AwaitCondition.until(
                SOON,
                () -> {
                  var info = node.ask("CLUSTER", "INFO");
                  return info.contains("cluster_state:ok") && info.contains("slots_ok:" + SLOTS);
                }));
  }

  /** The configuration names two nodes; the client discovers the third. */
  public String url() {
    return nodes.getFirst().url() + ",127.0.0.1:" + nodes.get(1).port();
  }

  public List<TestRedis> nodes() {
    return nodes;
  }

  @Override
  public void close() {
    nodes.forEach(TestRedis::close);
  }
}
