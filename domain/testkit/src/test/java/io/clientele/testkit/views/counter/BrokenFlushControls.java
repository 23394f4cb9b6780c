package io.clientele.testkit.views.counter;

import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.inmemory.views.counter.InMemoryViewCounter;
import io.clientele.testkit.kernel.PortFault;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flush controls with one fault each. */
final class BrokenFlushControls {
  private static final FlushRecord NOTHING = new FlushRecord(Sample.BEGINNING, 0, 0, 0, 0, 0);

  private BrokenFlushControls() {}

  static Stream<PortFault<InMemoryViewCounter, FlushControl>> all() {
    return Stream.of(
        of("flushes nothing", "aFlushMakesAllCountedViewsDurable", Idle::new),
        of("tells the first flush again", "aSecondFlushAddsNothing", Repeating::new),
        of("a later flush adds a view", "concurrentFlushesAddEachViewOnce", Doubling::new),
        of(
            "a flush that failed loses its views",
            "aFlushOfAnUnreachableStoreFailsAndLosesNothing",
            Forgetful::new),
        of(
            "down looks like nothing to flush",
            "aFlushOfAnUnreachableStoreFailsAndLosesNothing",
            Blind::new),
        of(
            "unsent views are left out",
            "theReconciliationHasEveryViewBeforeAndAfterAFlush",
            Incomplete::new),
        of("one kind for all", "theReconciliationOfOneKindHasNoViewOfTheOther", Mixed::new),
        of("down looks like no views", "withoutTheStoreThereIsNoReconciliation", Blind::new));
  }

  private static PortFault<InMemoryViewCounter, FlushControl> of(
      String fault, String redTest, Function<InMemoryViewCounter, FlushControl> breaking) {
    return new PortFault<>(fault, redTest, breaking);
  }

  /** A right control. */
  private static class Forwarding implements FlushControl {
    final InMemoryViewCounter inner;

    Forwarding(InMemoryViewCounter inner) {
      this.inner = inner;
    }

    @Override
    public Optional<FlushRecord> flush(Duration within) {
      return inner.flush(within);
    }

    @Override
    public Reconciliation reconcile() {
      return inner.reconcile();
    }

    @Override
    public Reconciliation reconcile(SubjectKind kind) {
      return inner.reconcile(kind);
    }
  }

  private static final class Mixed extends Forwarding {
    Mixed(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Reconciliation reconcile(SubjectKind kind) {
      return inner.reconcile();
    }
  }

  private static final class Idle extends Forwarding {
    Idle(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Optional<FlushRecord> flush(Duration within) {
      return Optional.of(NOTHING);
    }
  }

  private static final class Repeating extends Forwarding {
    private @Nullable FlushRecord first;

    Repeating(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Optional<FlushRecord> flush(Duration within) {
      var flush = super.flush(within);
      first = first == null ? flush.orElseThrow() : first;
      return Optional.of(first);
    }
  }

  private static final class Doubling extends Forwarding {
    private final AtomicInteger flushes = new AtomicInteger();

    Doubling(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Optional<FlushRecord> flush(Duration within) {
      if (flushes.incrementAndGet() > 2) {
        inner.count(new ViewsSample(73).subject());
      }
      return super.flush(within);
    }
  }

  private static final class Forgetful extends Forwarding {
    private boolean hasFailed;

    Forgetful(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Optional<FlushRecord> flush(Duration within) {
      if (hasFailed) {
        return Optional.of(NOTHING);
      }
      try {
        return super.flush(within);
      } catch (PortUnavailable away) {
        hasFailed = true;
        throw away;
      }
    }
  }

  private static final class Blind extends Forwarding {
    Blind(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Optional<FlushRecord> flush(Duration within) {
      try {
        return super.flush(within);
      } catch (PortUnavailable away) {
        return Optional.of(NOTHING);
      }
    }

    @Override
    public Reconciliation reconcile() {
      try {
        return super.reconcile();
      } catch (PortUnavailable away) {
        return new Reconciliation(0, 0L, 0L, 0L, 0, 0, 0, true, Sample.BEGINNING);
      }
    }
  }

  private static final class Incomplete extends Forwarding {
    Incomplete(InMemoryViewCounter inner) {
      super(inner);
    }

    @Override
    public Reconciliation reconcile() {
      var right = super.reconcile();
      return new Reconciliation(
          right.counted(), 0L, 0L, 0L, right.applied(), 0, 0, true, right.asOf());
    }
  }
}
