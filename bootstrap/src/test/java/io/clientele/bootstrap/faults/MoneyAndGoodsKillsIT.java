package io.clientele.bootstrap.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.FileLocks;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.load.DecidedRequests;
import io.clientele.testbed.service.ServiceCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills services and PostgreSQL while three instances post transfers, nine of ten at one pocket,
 * and place orders for a product's only unit. A failed run is repeated with its printed seed. The
 * profile long kills 200 processes and places 1,000 orders.
 */
class MoneyAndGoodsKillsIT {
  private static final int INSTANCES = 3;
  private static final int KILLS = LongProfile.IS_ACTIVE ? 200 : 3;
  private static final int ORDERS = LongProfile.IS_ACTIVE ? 1_000 : 100;

  private final long seed = Long.getLong("clientele.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void everyTransferIsBookedOnceAndOneOrderHoldsTheOnlyUnit(@TempDir Path folder) throws Exception {
    System.out.println("MoneyAndGoodsKillsIT: -Dclientele.seed=" + seed);
    try (var _ = FileLocks.take(FileLocks.CORES);
        var stage = ServiceCluster.set(folder, INSTANCES, Map.of());
        var requests = new DecidedRequests(stage.ports())) {
      var transfers = new TransferLoad(stage.instance(0), requests);
      var orders = new OrderRush(stage.instance(0), requests);
      transfers.start(seed);
      orders.start(ORDERS);
      for (var kill = 0; kill < KILLS; kill++) {
        Await.pause(Duration.ofMillis(random.nextInt(1_500)));
        kill(stage, kill);
        assertBalanced(stage);
      }
      transfers.stop();
      assertThat(orders.placed()).isEqualTo(1);
      transfers.assertBookedOnce(stage);
      assertBalanced(stage);
      System.out.printf(
          "%d kills: %,d transfers booked, %,d refused, 1 of %,d orders placed; %,d attempts were"
              + " not answered%n",
          KILLS, transfers.booked(), transfers.refused(), ORDERS, requests.undecided());
    }
  }

  private void kill(ServiceCluster stage, int number) throws IOException {
    if (number % 3 == 1) {
      stage.postgres.kill();
      Await.pause(Duration.ofMillis(random.nextInt(500)));
      stage.postgres.startAgain();
    } else {
      var victim = random.nextInt(INSTANCES);
      stage.instance(victim).kill();
      stage.startAgain(victim);
    }
  }

  /** Both reconciliations balance as soon as the service answers. */
  private static void assertBalanced(ServiceCluster stage) {
    for (var path : new String[] {"/v1/ledger/reconciliation", "/v1/orders/reconciliation"}) {
      Await.until("an answer", () -> stage.instance(0).get(path).statusCode() == 200);
      Await.until(
          "an answer that tells whether it balances",
          () -> {
            var answer = stage.instance(0).json(path);
            assertThat(answer.get("balanced").asBoolean()).as(answer.toString()).isTrue();
            return true;
          });
    }
  }
}
