package io.clientele.bootstrap.operation;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import io.clientele.application.kernel.Job;
import io.clientele.application.kernel.Wakeup;
import io.clientele.application.operation.QueueWrite;
import io.clientele.application.operation.RunOperations;
import io.clientele.application.operation.ViewOperation;
import io.clientele.bootstrap.telemetry.Meters;
import io.clientele.domain.identity.Grants;
import io.clientele.domain.operation.OperationPermission;
import io.clientele.domain.operation.OperationRunner;
import io.clientele.domain.operation.Operations;
import io.clientele.http.identity.authentication.DeferredAuthenticator;
import io.clientele.http.identity.authentication.DeferredCallers;
import io.clientele.http.operation.OperationRoutes;
import io.clientele.http.operation.QueuedWriteRunner;
import io.clientele.http.operation.QueuedWrites;
import io.clientele.http.route.Authenticator;
import io.clientele.http.route.RouteDecorator;
import io.clientele.http.route.RouteGroup;
import io.clientele.http.route.RouteTable;
import io.clientele.http.server.RequestAdmission;
import io.clientele.http.server.RouteDispatcher;
import io.clientele.persistence.change.ChangeStore;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.migration.SchemaContribution;
import io.clientele.persistence.operation.JdbcOperations;
import io.clientele.persistence.operation.OperationEraser;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Plugs in queued writes. Every instance runs them, of any front. */
@Module
public interface OperationModule {
  /** The longest pause between two looks for operations of other instances. */
  Duration EVERY = Duration.ofMillis(250);

  /** How often this instance looks after it has accepted operations. */
  Duration WOKEN_EVERY = Duration.ofMillis(10);

  /** How long results are kept. */
  Duration KEPT = Duration.ofHours(24);

  /** How many operations one statement drops. */
  int DROPPED_MAX = 1_000;

  @Provides
  @IntoSet
  static SchemaContribution schema() {
    return SchemaContribution.of("operation");
  }

  @Provides
  @IntoSet
  static Grants grants() {
    return OperationPermission.GRANTS;
  }

  @Provides
  @IntoSet
  static PersonalDataEraser eraser() {
    return new OperationEraser();
  }

  @Provides
  @Singleton
  static Operations operations(Database database, ChangeStore changes) {
    return new JdbcOperations(database, changes.subjectKeys(), Operations.QUEUED_MAX);
  }

  @Provides
  @Singleton
  static OperationMetrics metrics(Operations operations, InstantSource clock) {
    return new OperationMetrics(operations, clock);
  }

  @Binds
  @IntoSet
  Meters meters(OperationMetrics metrics);

  /** Wakes the job of this instance. */
  @Provides
  @Singleton
  static OperationWakeup wakeup() {
    return new OperationWakeup(new Wakeup(WOKEN_EVERY));
  }

  /** A type of its own: other contexts have wake-ups, too. */
  record OperationWakeup(Wakeup wakeup) {}

  @Provides
  @IntoSet
  static RouteDecorator queue(
      Operations operations, SecureRandom random, InstantSource clock, OperationWakeup woken) {
    return new QueuedWrites(new QueueWrite(operations, clock, random, woken.wakeup()::wake));
  }

  /** The routes are those of all fronts, without decorators: what runs is not queued again. */
  @Provides
  @Singleton
  static OperationRunner runner(
      Set<RouteGroup> groups, DeferredCallers callers, Authenticator authenticator) {
    var admission = RequestAdmission.of(new DeferredAuthenticator(callers, authenticator));
    return new QueuedWriteRunner(new RouteDispatcher(RouteTable.of(groups), admission));
  }

  @Provides
  @ElementsIntoSet
  static Set<Job> jobs(
      RunOperations run,
      Operations operations,
      OperationMetrics metrics,
      OperationWakeup woken,
      InstantSource clock) {
    return Set.of(
        new Job("operations", EVERY, 0.2, run::run).wokenBy(woken.wakeup()),
        new Job("operation-retention", Duration.ofMinutes(10), 0.5, () -> drop(operations, clock)),
        metrics.job());
  }

  private static void drop(Operations operations, InstantSource clock) {
    var before = clock.instant().minus(KEPT);
    for (var dropped = DROPPED_MAX; dropped == DROPPED_MAX; ) {
      dropped = operations.drop(before, DROPPED_MAX);
    }
  }

  @Provides
  static RunOperations run(
      Operations operations,
      OperationRunner runner,
      OperationMetrics metrics,
      SecureRandom random,
      InstantSource clock) {
    return new RunOperations(operations, runner, clock, random, metrics);
  }

  @Provides
  @IntoSet
  static RouteGroup routes(Operations operations) {
    return new OperationRoutes(new ViewOperation(operations));
  }
}
