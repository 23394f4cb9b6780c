package io.clientele.bootstrap.views;

import io.clientele.application.kernel.Job;
import io.clientele.application.views.Views;
import io.clientele.domain.views.SubjectKind;
import io.clientele.domain.views.counter.FlushControl;
import io.clientele.domain.views.counter.Reconciliation;
import io.clientele.domain.views.history.FlushRecord;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives each flush of a counter a trace of its own, because it applies the views of many requests
 * and may last longer than the request that started it. The trace links to that request. Counting
 * and reading totals do not pass here.
 */
final class TracedFlushControl implements FlushControl {
  /** The name of the flush job. */
  static final String FLUSH = "views-flush";

  /** The name of the job that flushes only when memory fills. */
  private static final String PRESSURE = "views-pressure";

  private static final String NAME = "views flush";

  private final Views views;
  private final Tracer tracer;

  TracedFlushControl(Views views, Tracer tracer) {
    this.views = views;
    this.tracer = tracer;
  }

  @Override
  public Optional<FlushRecord> flush(Duration within) {
    return traced(() -> views.flush(within));
  }

  @Override
  public Reconciliation reconcile() {
    return views.reconcile();
  }

  @Override
  public Reconciliation reconcile(SubjectKind kind) {
    return views.reconcile(kind);
  }

  /** Returns the jobs of the counter. Those that flush are traced. */
  List<Job> jobs() {
    return views.jobs().stream().map(this::traced).toList();
  }

  /** Closes the counter. Its last flush is traced. */
  void close() {
    traced(views::close);
  }

  private Job traced(Job job) {
    return switch (job.name()) {
      case FLUSH -> with(job, () -> traced(job.work()));
      case PRESSURE -> with(job, () -> underPressure(job.work()));
      default -> job;
    };
  }

  private static Job with(Job job, Runnable work) {
    return job.with(work);
  }

  /** Flushes in a trace of its own if memory fills; does nothing otherwise. */
  private void underPressure(Runnable flush) {
    if (views.isPressed()) {
      traced(flush);
    }
  }

  private void traced(Runnable flush) {
    Supplier<Object> done =
        () -> {
          flush.run();
          return NAME;
        };
    traced(done);
  }

  private <T> T traced(Supplier<T> flush) {
    var asked = Span.current().getSpanContext();
    var builder = tracer.spanBuilder(NAME).setNoParent();
    if (asked.isValid()) {
      builder.addLink(asked);
    }
    var span = builder.startSpan();
    try (var _ = Context.root().with(span).makeCurrent()) {
      return flush.get();
    } catch (RuntimeException failed) {
      span.setStatus(StatusCode.ERROR).setAttribute("error.type", failed.getClass().getName());
      throw failed;
    } finally {
      span.end();
    }
  }
}
