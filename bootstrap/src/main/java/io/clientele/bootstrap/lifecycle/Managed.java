package io.clientele.bootstrap.lifecycle;

/**
 * A part of the service that starts or stops with the process. Contexts contribute these.
 *
 * @param name of the part, unique; decides the order within a phase and is shown in the log
 * @param start runs once, when the tables are up to date and before any job runs; runs again if it
 *     threw {@code PortUnavailable}
 * @param stop runs once, when all requests and jobs have ended; a failure is logged
 */
public record Managed(String name, Phase phase, Runnable start, AutoCloseable stop) {
  /** A part that only has to be closed. */
  public static Managed stopping(String name, Phase phase, AutoCloseable stop) {
    return new Managed(name, phase, () -> {}, stop);
  }

  /** A part that only has to be started. */
  public static Managed starting(String name, Phase phase, Runnable start) {
    return new Managed(name, phase, start, () -> {});
  }
}
