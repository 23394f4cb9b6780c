package io.clientele.bootstrap.task;

import io.clientele.application.kernel.Job;
import io.clientele.application.task.RunTasks;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.task.TaskFigures;
import io.clientele.domain.task.Tasks;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts attempts, and reads from time to time how many tasks there are. */
final class TaskMetrics implements Meters, RunTasks.Listener {
  private static final AttributeKey<String> ENDING = AttributeKey.stringKey("ending");
  private static final Duration EVERY = Duration.ofSeconds(15);

  private final Tasks tasks;
  private final InstantSource clock;
  private volatile TaskFigures figures = new TaskFigures(0, 0, Duration.ZERO);
  private volatile @Nullable LongCounter attempts;

  TaskMetrics(Tasks tasks, InstantSource clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** The job that reads the figures, so that no scrape waits for the database. */
  Job job() {
    return new Job("task-figures", EVERY, 0.2, () -> figures = tasks.figures(clock.instant()));
  }

  @Override
  public void register(Meter meter) {
    var counter =
        meter
            .counterBuilder("clientele.tasks.run")
            .setDescription("Attempts at tasks, by ending")
            .build();
    for (var ending : RunTasks.Ending.values()) {
      counter.add(0, attributes(ending));
    }
    attempts = counter;
    meter
        .gaugeBuilder("clientele.tasks.waiting")
        .ofLongs()
        .setDescription("Tasks that wait or run")
        .buildWithCallback(gauge -> gauge.record(figures.waiting()));
    meter
        .gaugeBuilder("clientele.tasks.dead")
        .ofLongs()
        .setDescription("Dead letters of tasks")
        .buildWithCallback(gauge -> gauge.record(figures.dead()));
    meter
        .gaugeBuilder("clientele.tasks.oldest")
        .setUnit("s")
        .setDescription("For how long the oldest task that is due has been due")
        .buildWithCallback(gauge -> gauge.record(figures.oldest().toMillis() / 1e3));
  }

  @Override
  public void ended(String kind, RunTasks.Ending ending) {
    var counter = attempts;
    if (counter != null) {
      counter.add(1, attributes(ending));
    }
  }

  private static Attributes attributes(RunTasks.Ending ending) {
    return Attributes.of(ENDING, ending.name().toLowerCase(Locale.ROOT));
  }
}
