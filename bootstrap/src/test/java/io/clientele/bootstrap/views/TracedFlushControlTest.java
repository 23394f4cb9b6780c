package io.clientele.bootstrap.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.CounterMetrics;
import io.clientele.application.views.ViewCounterSettings;
import io.clientele.application.views.Views;
import io.clientele.application.views.counter.DirectViewCounter;
import io.clientele.domain.views.Sharding;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.LiveTotal;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.counter.ViewRecorder;
import io.clientele.domain.views.history.FlushRecord;
import io.clientele.inmemory.views.history.InMemoryFlushLog;
import io.clientele.inmemory.views.ledger.InMemoryViewLedger;
import io.clientele.testkit.views.counter.FlushControlContract;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TracedFlushControlTest {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider tracers =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();
  private final Flushed inner = new Flushed();
  private final TracedFlushControl control = new TracedFlushControl(inner, tracers.get("test"));

  @AfterEach
  void stop() {
    tracers.close();
  }

  /** Views that remember in which span each flush was. */
  private static final class Flushed implements Views {
    private final List<String> within = new ArrayList<>();
    private boolean isPressed;
    private boolean isBroken;

    @Override
    public Optional<FlushRecord> flush(Duration time) {
      within.add(Span.current().getSpanContext().getSpanId());
      if (isBroken) {
        throw new IllegalStateException("broken");
      }
      return Optional.empty();
    }

    @Override
    public boolean isPressed() {
      return isPressed;
    }

    @Override
    public List<Job> jobs() {
      return List.of(
          job("views-flush", () -> flush(SOON)),
          job("views-pressure", this::underPressure),
          job("views-heartbeat", () -> within.add(Span.current().getSpanContext().getSpanId())));
    }

    private void underPressure() {
      if (isPressed) {
        flush(SOON);
      }
    }

    private static Job job(String name, Runnable task) {
      return new Job(name, SOON, 0.1, task);
    }

    @Override
    public ViewRecorder recorder() {
      throw new AssertionError("nothing is counted here");
    }

    @Override
    public Map<UUID, LiveTotal> live(Collection<UUID> ids) {
      throw new AssertionError("nothing is told here");
    }

    @Override
    public Reconciliation reconcile() {
      throw new AssertionError("nothing is reconciled here");
    }

    @Override
    public Reconciliation reconcile(SubjectKind kind) {
      throw new AssertionError("nothing is reconciled here");
    }

    @Override
    public CounterMetrics figures() {
      throw new AssertionError("nothing is told here");
    }

    @Override
    public void close() {
      flush(SOON);
    }
  }

  @Test
  void aFlushForcedByPressureHasItsOwnTrace() {
    inner.isPressed = true;
    run("views-pressure");

    assertThat(only().getName()).isEqualTo("views flush");
    assertThat(only().getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(inner.within).containsExactly(only().getSpanId());
  }

  @Test
  void withoutPressureThereIsNoTrace() {
    run("views-pressure");

    assertThat(spans.getFinishedSpanItems()).isEmpty();
    assertThat(inner.within).isEmpty();
  }

  @Test
  void theDueAndTheLastFlushHaveTheirOwnTraces() {
    run("views-flush");
    control.close();

    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getSpanId)
        .isEqualTo(inner.within)
        .doesNotHaveDuplicates();
    assertThat(spans.getFinishedSpanItems())
        .extracting(SpanData::getTraceId)
        .doesNotHaveDuplicates();
  }

  @Test
  void aRequestedFlushLinksToItsRequest() {
    var request = tracers.get("test").spanBuilder("request").startSpan();
    try (var _ = request.makeCurrent()) {
      control.flush(SOON);
    }

    assertThat(only().getTraceId()).isNotEqualTo(request.getSpanContext().getTraceId());
    assertThat(only().getLinks())
        .singleElement()
        .satisfies(link -> assertThat(link.getSpanContext()).isEqualTo(request.getSpanContext()));
  }

  @Test
  void aFailedFlushIsMarked() {
    inner.isPressed = true;
    inner.isBroken = true;

    assertThatThrownBy(() -> run("views-pressure")).hasMessage("broken");
    assertThat(only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(only().getAttributes().asMap().values()).contains("java.lang.IllegalStateException");
  }

  @Test
  void noOtherJobIsTraced() {
    run("views-heartbeat");

    assertThat(inner.within).containsExactly(SpanId.getInvalid());
    assertThat(spans.getFinishedSpanItems()).isEmpty();
  }

  /** A traced flush does what a flush does. */
  @Nested
  final class Contract implements FlushControlContract {
    private final InMemoryViewLedger ledger = new InMemoryViewLedger(new Sharding(2, 1));
    private final Views counter =
        new DirectViewCounter(
            ledger, new InMemoryFlushLog(), ViewCounterSettings.of(Duration.ofMinutes(5)));

    @Override
    public FlushControl flushControl() {
      return new TracedFlushControl(counter, tracers.get("test"));
    }

    @Override
    public void count(UUID subject, int views) {
      for (var i = 0; i < views; i++) {
        counter.recorder().count(subject);
      }
    }

    @Override
    public long persisted(UUID subject) {
      return ledger.viewsOf(subject);
    }

    @Override
    public void storeGoesAway() {
      ledger.startOutage();
    }

    @Override
    public void storeComesBack() {
      ledger.endOutage();
    }
  }

  private void run(String name) {
    var job = control.jobs().stream().filter(one -> one.name().equals(name)).findFirst();
    job.orElseThrow().work().run();
  }

  private SpanData only() {
    assertThat(spans.getFinishedSpanItems()).hasSize(1);
    return spans.getFinishedSpanItems().getFirst();
  }
}
