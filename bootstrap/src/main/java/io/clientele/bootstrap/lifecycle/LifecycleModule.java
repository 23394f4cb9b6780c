package io.clientele.bootstrap.lifecycle;

import dagger.Module;
import dagger.Provides;
import io.clientele.application.kernel.Job;
import io.opentelemetry.api.metrics.Meter;
import jakarta.inject.Singleton;
import java.util.Set;

/** The parts that start and stop with the process, and the jobs. */
@Module
public interface LifecycleModule {
  @Provides
  @Singleton
  static JobScheduler scheduler(Set<Job> jobs, Meter meter) {
    return new JobScheduler(jobs, meter);
  }

  @Provides
  @Singleton
  static ManagedParts managedParts(Set<Managed> parts) {
    return new ManagedParts(parts);
  }
}
