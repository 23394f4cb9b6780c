package io.clientele.bootstrap;

import io.clientele.bootstrap.config.EnvironmentVariables;
import io.clientele.testbed.Await;
import io.clientele.testbed.SkewedClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * The service as {@link Main} serves it, but for its clock, which a file tells how far it is off.
 */
public final class SkewedClockService {
  private static volatile Duration off = Duration.ZERO;

  private SkewedClockService() {}

  /** The settings come from the environment, and the file from the command line. */
  public static void main(String[] arguments) throws InterruptedException {
    var clock = SkewedClock.of(Path.of(arguments[0]));
    Thread.ofPlatform().daemon().name("clock").start(() -> follow(clock));
    var service =
        DaggerService.factory().of(EnvironmentVariables.ofProcess(), () -> Instant.now().plus(off));
    new ServiceLifecycle(service, ShutdownSignals.listen()).run(() -> {});
    System.exit(0);
  }

  private static void follow(SkewedClock clock) {
    try {
      while (true) {
        off = clock.off();
        Await.pause(Duration.ofMillis(5));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
