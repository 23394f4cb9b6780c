package io.clientele.bootstrap;

import io.clientele.bootstrap.config.EnvironmentVariables;
import java.time.InstantSource;

/**
 * Serves on a database that is up to date until it is killed, by the service's own wiring: {@code
 * open} to everyone, or else as it is delivered. Both begin here, so that nothing else differs.
 */
public final class MeasuredServiceMain {
  /** Reports that every request is accepted. */
  public static final String OPEN = "open";

  private MeasuredServiceMain() {}

  /** The settings come from the environment. */
  public static void main(String[] arguments) {
    var environment = EnvironmentVariables.ofProcess();
    var clock = InstantSource.system();
    var service =
        arguments.length > 0 && arguments[0].equals(OPEN)
            ? DaggerUnauthenticatedService.factory().of(environment, clock)
            : DaggerService.factory().of(environment, clock);
    service.http().start();
    service.jobs().start();
    service.health().started();
  }
}
