package io.clientele.bootstrap.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testbed.Await;
import io.clientele.testbed.LongProfile;
import io.clientele.testbed.load.ClosedLoopReads;
import io.clientele.testbed.service.ServiceCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeInstancesIT {
  private static final Duration LOAD = Duration.ofSeconds(LongProfile.IS_ACTIVE ? 60 : 10);

  @Test
  void instancesThatFlushEverySecondCountEveryViewOnce(@TempDir Path folder) throws Exception {
    try (var stage = ServiceCluster.set(folder, 3, Map.of("VIEWS_FLUSH_INTERVAL", "PT1S"))) {
      var accounts = stage.openAccounts(40);
      var load = ClosedLoopReads.start(accounts, stage.ports(), stage::bearer, 6, 1);
      Await.pause(LOAD);
      load.close();
      stage.settle();

      assertThat(load.failed()).isZero();
      for (var i = 0; i < accounts.size(); i++) {
        assertThat(stage.views(accounts.get(i))).isEqualTo(load.answered(i));
      }
      var reconciliation = stage.instance(0).json("/v1/view-reconciliation");
      assertThat(reconciliation.get("applied").asLong()).isEqualTo(load.answered());
      assertThat(reconciliation.get("unsent").asLong()).isZero();
      assertThat(reconciliation.get("lost").asLong()).isZero();
      System.out.printf(
          "Three instances: %,d views in %d s, all counted once%n",
          load.answered(), LOAD.toSeconds());
    }
  }
}
