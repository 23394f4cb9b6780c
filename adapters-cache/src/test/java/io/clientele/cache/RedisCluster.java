package io.clientele.cache;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Three real nodes that share the slots of a cluster, without replicas. */
final class RedisCluster implements AutoCloseable {
  private static final int SLOTS = 16_384;
  private static final Duration SOON = Duration.ofSeconds(30);

  private final List<RedisProcess> nodes =
      Stream.generate(
              () ->
                  RedisProcess.start(
                      "--cluster-enabled",
                      "yes",
                      "--cluster-require-full-coverage",
                      "no",
                      "--appendonly",
                      "yes"))
          .limit(3)
          .toList();

  RedisCluster() {
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
            Await.until(
                SOON,
                () -> {
                  var info = node.ask("CLUSTER", "INFO");
                  return info.contains("cluster_state:ok") && info.contains("slots_ok:" + SLOTS);
                }));
  }

  /** Two of them are named; the third is found. */
  String url() {
    return nodes.getFirst().url() + ",127.0.0.1:" + nodes.get(1).port();
  }

  List<RedisProcess> nodes() {
    return nodes;
  }

  @Override
  public void close() {
    nodes.forEach(RedisProcess::close);
  }
}
