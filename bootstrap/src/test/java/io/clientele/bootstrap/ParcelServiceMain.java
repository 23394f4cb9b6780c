package io.clientele.bootstrap;

import io.clientele.bootstrap.config.EnvironmentVariables;
import java.time.InstantSource;

/** Runs the service with the parcel context as {@link Main} runs it without. */
public final class ParcelServiceMain {
  private ParcelServiceMain() {}

  /** The settings come from the environment. */
  public static void main(String[] arguments) throws InterruptedException {
    var service =
        DaggerServiceWithParcels.factory()
            .of(EnvironmentVariables.ofProcess(), InstantSource.system());
    new ServiceLifecycle(service, ShutdownSignals.listen()).run(() -> {});
    System.exit(0);
  }
}
