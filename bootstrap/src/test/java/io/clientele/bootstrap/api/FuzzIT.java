package io.clientele.bootstrap.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.fuzz.ApiFuzzer;
import io.clientele.apikit.fuzz.CanaryData;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends requests that are generated from the OpenAPI document: 20,000 by default, 100,000 in CI by
 * {@code -Dclientele.fuzz.requests}, a million with {@code -Plong}. {@code
 * -Dclientele.fuzz=SEED,NUMBER} repeats a failed request. The seed is fixed, so that a failure
 * comes from a change of the code and not from other requests; {@code -Plong} draws a random seed.
 */
class FuzzIT {
  private static final int CONNECTIONS = 4;
  private static final long SEGMENT = 10_000;
  private static final boolean IS_LONG = Boolean.getBoolean("clientele.long");
  private static final long ALL =
      Long.getLong("clientele.fuzz.requests", IS_LONG ? 1_000_000 : 20_000);
  private static final String REPLAYED = System.getProperty("clientele.fuzz", "");

  private final Map<String, Long> answers = new TreeMap<>();

  @Test
  void everyResponseToRandomRequestsIsDocumented(@TempDir Path folder) throws Exception {
    var began = System.nanoTime();
    try (var stage = ServiceCluster.set(folder, 1, Map.of())) {
      if (REPLAYED.isEmpty()) {
        var seed = IS_LONG ? System.nanoTime() : 1;
        for (var from = 0L; from < ALL; from += SEGMENT) {
          send(stage.instance(0), seed, from, from + SEGMENT);
        }
        System.out.printf(
            "FuzzIT: %d requests of seed %d in %d s: %s%n",
            ALL, seed, (System.nanoTime() - began) / 1_000_000_000, answers);
      } else {
        var parts = REPLAYED.split(",");
        var number = Long.parseLong(parts[1]);
        send(stage.instance(0), Long.parseLong(parts[0]), number, number + 1);
      }
      var service = stage.instance(0);
      assertThat(service.output() + service.errors())
          .doesNotContain(CanaryData.MARK)
          .doesNotContain("\tat ");
      assertThat(stage.postgres.logged()).doesNotContain(CanaryData.MARK);
      assertThat(service.json("/v1/audit/verification").get("intact").asBoolean()).isTrue();
    }
  }

  /** Each with accounts of its own: requests close and erase them. */
  private void send(ServiceProcess service, long seed, long from, long to)
      throws IOException, InterruptedException {
    var callers = new FuzzCredentials(service);
    var fuzz = new ApiFuzzer(service.uri(""), new CanaryData(callers.ids()), callers, seed);
    assertThat(fuzz.run(from, to, CONNECTIONS)).isEmpty();
    fuzz.answers().forEach(this::add);
  }

  private void add(String kind, LongAdder count) {
    answers.merge(kind, count.sum(), Long::sum);
  }
}
