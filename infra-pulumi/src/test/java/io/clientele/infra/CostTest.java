package io.clientele.infra;

import io.clientele.infra.config.Stage;
import io.clientele.infra.cost.CostTable;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CostTest {
  @Test
  void theTableIsWhatThePlansCost() {
    Kept.assertKept(
        Path.of("COSTS.md"),
        CostTable.of(Arrays.stream(Stage.values()).map(Places::environment).toList()));
  }
}
