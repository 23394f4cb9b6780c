package io.clientele.application.webhook.relay;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a relay takes from its process.
 *
 * @param executor sends messages, each on a thread that may wait for 15 seconds
 * @param newestBlock the number of the newest block of the chain that the process knows of
 * @param wake asks for a step of the relay soon; returns at once
 */
public record RelayRuntime(
    Executor executor,
    InstantSource clock,
    RandomGenerator random,
    LongSupplier newestBlock,
    Runnable wake) {
  public RelayRuntime {
    Objects.requireNonNull(executor, "executor");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
    Objects.requireNonNull(newestBlock, "newestBlock");
    Objects.requireNonNull(wake, "wake");
  }
}
