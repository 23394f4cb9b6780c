package io.clientele.domain.views.search;

import io.clientele.domain.views.Mark;
import io.clientele.domain.views.Span;
import io.clientele.domain.views.ViewCounts;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Reconciliation at any moment: running counts beside contents, rows beside totals. */
final class Books {
  private final World world;
  private final Memo<Boolean> contents = new Memo<>((staged, none) -> contentsMatch(staged));
  private final Memo<Boolean> calm = new Memo<>(this::sumsMatch);

  Books(World world) {
    this.world = world;
  }

  /** What does not add up, if anything. */
  Optional<String> fault(State state) {
    if (!world.ledgerIn(state).isBalanced()) {
      return Optional.of("the rows do not add up to the totals: " + world.ledgerIn(state));
    }
    if (!contents.of(state.get(Part.STAGED), 0)) {
      return Optional.of("what is staged is not what its marks say: " + world.stagedIn(state));
    }
    return !world.scenario.isCalm() || calm.of(state.get(Part.STAGED), state.get(Part.LEDGER))
        ? Optional.empty()
        : Optional.of("what is seen and not applied is not staged: " + world.stagedIn(state));
  }

  /** What stands in every batch, sealed or open, is what the marks of its spans say. */
  private boolean contentsMatch(int at) {
    return world.staged.at(at).segments(Instant.EPOCH).stream()
        .allMatch(batch -> matches(batch.counts(), batch.spans().values()));
  }

  /** While no server fails, all that is seen and not applied is open or sealed. */
  private boolean sumsMatch(int at, int number) {
    var applied = world.ledgers.at(number).applied();
    var sums = world.staged.at(at).sums(applied);
    var open = views(sums.seen().values()) - views(sums.start().values());
    var notApplied = views(sums.seen().values()) - views(applied.marks().values());
    return !sums.isLate()
        && sums.openViews() == open
        && sums.openViews() + sums.sealedViews() == notApplied;
  }

  private static boolean matches(ViewCounts counts, Collection<Span> spans) {
    var views = spans.stream().mapToLong(span -> span.to().views() - span.from().views()).sum();
    return counts.total() == views;
  }

  private static long views(Collection<Mark> marks) {
    return marks.stream().mapToLong(Mark::views).sum();
  }
}
