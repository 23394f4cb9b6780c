package io.clientele.domain.views.modelcheck;

import io.clientele.domain.views.modelcheck.LivenessCheck.Broken;
import io.clientele.domain.views.modelcheck.model.ModelScenario;
import io.clientele.domain.views.modelcheck.model.ModelState;
import io.clientele.domain.views.modelcheck.model.ProtocolSteps;
import io.clientele.domain.views.modelcheck.model.StateSpace;
import io.clientele.domain.views.modelcheck.model.TransitionSink;
import io.clientele.domain.views.modelcheck.model.TransitionSink.Promise;
import io.clientele.domain.views.modelcheck.model.Transitions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Explores every state that a scenario can reach, breadth first, until all are visited or one
 * violates a promise.
 */
final class ModelChecker {
  /**
   * The result of a search.
   *
   * @param seconds of one core
   * @param found empty if all states were visited without a violation
   */
  record Result(
      ModelScenario scenario,
      int states,
      long transitions,
      int drains,
      double seconds,
      Optional<Violation> found) {
    @Override
    public String toString() {
      return "%-76s %,10d states %,12d transitions %,7d drains %6.1f s  %s"
          .formatted(
              scenario,
              states,
              transitions,
              drains,
              seconds,
              found.map(Violation::headline).orElse("exhausted, no violation"));
    }
  }

  /** A violated promise and the shortest path to it. */
  record Violation(Promise promise, String how, List<String> trace) {
    String headline() {
      return promise + " in " + trace.size() + " steps: " + how;
    }

    @Override
    public String toString() {
      var text = new StringBuilder(headline());
      for (var i = 0; i < trace.size(); i++) {
        text.append("%n  %3d. %s".formatted(i + 1, trace.get(i)));
      }
      return text.toString();
    }
  }

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  private final StateSpace world;
  private final List<Transitions> moves;
  private final LivenessCheck drain;
  private final BalanceInvariants snapshot;
  private final DirectPathInvariant straight;
  private final VisitedStates visited = new VisitedStates();
  private long transitions;
  private @Nullable Violation found;

  private ModelChecker(StateSpace world) {
    this.world = world;
    this.drain = new LivenessCheck(world);
    this.snapshot = new BalanceInvariants(world);
    this.straight = new DirectPathInvariant(world);
    this.moves =
        List.of(
            new WriterTransitions(world),
            new MessageTransitions(world),
            new FlusherTransitions(world),
            new ReaderTransitions(world),
            new ReaperTransitions(world),
            new FoldTransitions(world),
            new FaultTransitions(world));
  }

  /** Runs the whole search, or up to the first violation. */
  static Result of(ModelScenario scenario, ProtocolSteps steps) {
    var begun = CPU.getCurrentThreadCpuTime();
    var search = new ModelChecker(new StateSpace(scenario, steps));
    search.run();
    return new Result(
        scenario,
        search.visited.size(),
        search.transitions,
        search.drain.size(),
        (CPU.getCurrentThreadCpuTime() - begun) / 1e9,
        Optional.ofNullable(search.found));
  }

  private void run() {
    visited.add(world.start(), -1);
    for (var index = 0; index < visited.size() && found == null; index++) {
      var sink = new Onward(index);
      var state = visited.at(index);
      try {
        for (var move : moves) {
          move.from(state, sink);
        }
      } catch (RuntimeException bug) {
        report(index, Promise.NO_BUG, bug.toString(), () -> "a step throws");
      }
    }
  }

  /** Takes the steps from one state. */
  private final class Onward implements TransitionSink {
    private final int from;

    Onward(int from) {
      this.from = from;
    }

    @Override
    public void to(ModelState next, Supplier<String> step) {
      transitions++;
      if (found == null && visited.add(next, from)) {
        fault(next).ifPresent(fault -> report(from, fault.promise(), fault.how(), step));
      }
    }

    @Override
    public void broken(Promise promise, Supplier<String> how, Supplier<String> step) {
      report(from, promise, how.get(), step);
    }
  }

  private Optional<Broken> fault(ModelState state) {
    var totals = world.ledgerIn(state).persisted();
    for (var v = 0; v < world.viewed(state); v++) {
      var count = totals.of(world.account(v));
      if (count > 1) {
        return Optional.of(
            new Broken(Promise.NO_DOUBLE, "view " + v + " counted " + count + " times"));
      }
    }
    var imbalance = world.scenario.balances() ? snapshot.fault(state) : Optional.<String>empty();
    if (imbalance.isPresent()) {
      return Optional.of(new Broken(Promise.BALANCED_BOOKS, imbalance.get()));
    }
    var waiting = straight.fault(state);
    return waiting.isPresent()
        ? waiting.map(how -> new Broken(Promise.GOES_STRAIGHT, how))
        : drain.from(state);
  }

  private void report(int from, Promise promise, String how, Supplier<String> step) {
    if (found == null) {
      var trace = new ArrayList<>(trace(from));
      trace.add(step.get());
      found = new Violation(promise, how, trace);
    }
  }

  /** The steps were not stored, so they are computed again. */
  private List<String> trace(int to) {
    var steps = new ArrayDeque<String>();
    for (var index = to; visited.parent(index) >= 0; index = visited.parent(index)) {
      steps.addFirst(step(visited.at(visited.parent(index)), visited.at(index)));
    }
    return List.copyOf(steps);
  }

  private String step(ModelState from, ModelState to) {
    var steps = new ArrayList<String>();
    var sink =
        new TransitionSink() {
          @Override
          public void to(ModelState next, Supplier<String> step) {
            if (next.equals(to)) {
              steps.add(step.get());
            }
          }

          @Override
          public void broken(Promise promise, Supplier<String> how, Supplier<String> step) {
            // The step leads to no state.
          }
        };
    moves.forEach(move -> move.from(from, sink));
    return steps.get(0);
  }
}
