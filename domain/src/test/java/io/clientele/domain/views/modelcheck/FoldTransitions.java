package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.InternTable;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.Transitions;

/**
 * FOLD: adds the segments of the shard to the totals, killed before its commit or not. Also ends
 * the last instance that reads no segments.
 */
final class FoldTransitions implements Transitions {
  private final StateSpace world;
  private final InternTable<ViewCounts> read = new InternTable<>(ViewCounts.NONE);

  FoldTransitions(StateSpace world) {
    this.world = world;
  }

  @Override
  public void from(ModelState state, TransitionSink sink) {
    if (!world.scenario.folds()) {
      return;
    }
    if (!world.isUpgraded(state)) {
      var alone = state.with(StateVariable.READS_SEGMENTS, 1).with(StateVariable.READER, 0);
      sink.to(alone, () -> "the last instance of the old version ends");
    }
    var idle = state.with(StateVariable.FOLDER, 0);
    var segments = world.ledgerIn(state).segments();
    if (state.get(StateVariable.FOLDER) != 0) {
      var taken = read.at(state.get(StateVariable.FOLDER));
      var folded = world.ledgers.of(world.steps.fold(world.ledgerIn(state), taken));
      sink.to(idle, () -> "FOLD IS KILLED before its commit");
      sink.to(idle.with(StateVariable.LEDGER, folded), () -> "FOLD commits");
    } else if (!segments.isEmpty()) {
      var reading = state.with(StateVariable.FOLDER, read.of(segments));
      sink.to(reading, () -> "FOLD reads the segments");
    }
  }
}
