package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.modelcheck.model.MemoizedStep;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.StateVariable;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Checks the reconciliation in every state: running counts equal contents, rows equal totals. */
final class BalanceInvariants {
  private final StateSpace world;
  private final MemoizedStep<Boolean> contents =
      new MemoizedStep<>((staged, none) -> contentsMatch(staged));
  private final MemoizedStep<Boolean> calm = new MemoizedStep<>(this::sumsMatch);

  BalanceInvariants(StateSpace world) {
    this.world = world;
  }

  /** The violation, if there is one. */
  Optional<String> fault(ModelState state) {
    if (!world.ledgerIn(state).isBalanced()) {
      return Optional.of("the rows do not add up to the totals: " + world.ledgerIn(state));
    }
    if (!contents.of(state.get(StateVariable.STAGED), 0)) {
      return Optional.of("what is staged is not what its marks say: " + world.stagedIn(state));
    }
    return !world.scenario.isCalm()
            || calm.of(state.get(StateVariable.STAGED), state.get(StateVariable.LEDGER))
        ? Optional.empty()
        : Optional.of("what is seen and not applied is not staged: " + world.stagedIn(state));
  }

  /** The content of every batch, sealed or open, agrees with its offsets. */
  private boolean contentsMatch(int at) {
    return world.staged.at(at).segments(Instant.EPOCH).stream()
        .allMatch(batch -> matches(batch.counts(), batch.ranges().values()));
  }

  /** Without server failures, all seen and unapplied views are open or sealed. */
  private boolean sumsMatch(int at, int number) {
    var applied = world.ledgers.at(number).applied();
    var snapshot = world.staged.at(at).snapshot(applied);
    var open = views(snapshot.seen().values()) - views(snapshot.start().values());
    var notApplied = views(snapshot.seen().values()) - views(applied.byWriter().values());
    return !snapshot.isLate()
        && snapshot.openViews() == open
        && snapshot.openViews() + snapshot.sealedViews() == notApplied;
  }

  private static boolean matches(ViewCounts counts, Collection<OffsetRange> spans) {
    var views = spans.stream().mapToLong(span -> span.to().views() - span.from().views()).sum();
    return counts.total() == views;
  }

  private static long views(Collection<Offset> marks) {
    return marks.stream().mapToLong(Offset::views).sum();
  }
}
