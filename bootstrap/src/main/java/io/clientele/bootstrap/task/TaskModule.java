package io.clientele.bootstrap.task;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dagger.multibindings.Multibinds;
import io.clientele.application.kernel.Job;
import io.clientele.application.task.ListTasks;
import io.clientele.application.task.RetryTask;
import io.clientele.application.task.RunTasks;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.task.TaskHandler;
import io.clientele.domain.task.TaskPermission;
import io.clientele.domain.task.Tasks;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.task.TaskRoutes;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.task.JdbcTasks;
import io.clientele.persistence.task.TaskEraser;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Plugs in tasks. Contexts contribute the handlers of their kinds. */
@Module
public interface TaskModule {
  @Multibinds
  Set<TaskHandler> handlers();

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("task");
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return TaskPermission.GRANTS;
  }

  @Provides
  @IntoSet
  static PersonalDataEraser eraser() {
    return new TaskEraser();
  }

  @Provides
  @Singleton
  static Tasks tasks(Database database, ChangeStore changes) {
    return new JdbcTasks(database, changes);
  }

  @Provides
  @Singleton
  static TaskMetrics metrics(Tasks tasks, InstantSource clock) {
    return new TaskMetrics(tasks, clock);
  }

  @Binds
  @IntoSet
  Meters meters(TaskMetrics metrics);

  /** Is told of attempts by all jobs that carry out tasks. */
  @Binds
  RunTasks.Listener listener(TaskMetrics metrics);

  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(
      Tasks tasks,
      Set<TaskHandler> handlers,
      TaskMetrics metrics,
      SecureRandom random,
      InstantSource clock) {
    var run = new RunTasks(tasks, handlers, clock, random, metrics);
    return Set.of(new Job("tasks", Duration.ofSeconds(1), 0.2, run::run), metrics.job());
  }

  @Provides
  @IntoSet
  static RouteGroup routes(Tasks tasks, InstantSource clock) {
    return new TaskRoutes(new ListTasks(tasks, clock), new RetryTask(tasks, clock));
  }
}
