package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import java.util.Optional;

/**
 * Checks that during a permanent outage of staging a living writer takes back what it may and sends
 * it directly to the ledger. No view that never left its process may stay in a batch.
 */
final class DirectPathInvariant {
  private final StateSpace world;

  DirectPathInvariant(StateSpace world) {
    this.world = world;
  }

  /** The views that wait for staging needlessly, if any. */
  Optional<String> fault(ModelState state) {
    if (!world.scenario.refuses()) {
      return Optional.empty();
    }
    var waiting = 0;
    for (var w = 0; w < world.scenario.writers(); w++) {
      var log = world.writerIn(state, w).log(world.ids.get(w));
      world.steps.unsend(log);
      for (var counts : log.kept()) {
        waiting |= world.bits(counts);
      }
    }
    waiting &= ~state.get(StateVariable.LEFT);
    return waiting == 0
        ? Optional.empty()
        : Optional.of("views " + Integer.toBinaryString(waiting) + " never left and wait");
  }
}
