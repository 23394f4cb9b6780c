package io.clientele.infra.cost;

import io.clientele.infra.config.DeploymentStage;
import io.clientele.infra.config.SampleEnvironments;
import io.clientele.infra.golden.GoldenFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CostTableTest {
  @Test
  void costsMdIsCurrent() {
    GoldenFile.assertCurrent(
        Path.of("COSTS.md"),
        CostTable.of(Arrays.stream(DeploymentStage.values()).map(SampleEnvironments::of).toList()));
  }
}
