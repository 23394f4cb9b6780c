package io.clientele.bootstrap;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.lifecycle.StartupFailure;
import io.clientele.domain.kernel.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the service from start to stop. The service listens at once but is not ready, because the
 * database may be unavailable for long. Requests that need the database get 503 until its schema is
 * up to date.
 */
final class ServiceLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceLifecycle.class);
  private static final long RETRY_MILLIS_MIN = 100;

  /** Kept short, so that the service is ready within seconds of its database. */
  private static final long RETRY_MILLIS_MAX = 500;

  private static final Duration STOP_MAX = Duration.ofSeconds(25);

  private final Service service;
  private final Config config;
  private final ShutdownSignals signals;

  ServiceLifecycle(Service service, ShutdownSignals signals) {
    this.service = service;
    this.config = service.config();
    this.signals = signals;
  }

  /** Runs until a signal arrives, then stops in order. */
  void run(Runnable whenReady) throws InterruptedException {
    var jobs = service.jobs(); // Its meters must be in the first scrape.
    var database = aside(this::isMigrated);
    listen();
    try {
      if (database.join()) {
        jobs.start();
        service.health().started();
        told("ready");
        whenReady.run();
        signals.await();
        depart();
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } finally {
      stop();
    }
  }

  private void listen() {
    var http = config.http();
    bind(service.http()::start, http.bind(), http.port());
    http.store().port().ifPresent(port -> bind(service.http()::startStore, http.bind(), port));
    bind(() -> service.telemetry().listen(service.meters()), http.bind(), config.managementPort());
    told("listening");
  }

  private static void bind(Runnable listen, String host, int port) {
    try {
      listen.run();
    } catch (StartupFailure e) {
      throw e;
    } catch (RuntimeException e) {
      throw new StartupFailure("cannot listen on " + host + ", port " + port, e);
    }
  }

  /** Waits until the schema is up to date; returns false if a stop signal comes first. */
  private boolean isMigrated() throws InterruptedException {
    for (var pause = RETRY_MILLIS_MIN;
        !signals.await(0);
        pause = Math.min(pause * 2, RETRY_MILLIS_MAX)) {
      try {
        service.schema().migrate(service.database());
        service.managed().start();
        return true;
      } catch (PortUnavailable e) {
        LOG.warn(
            "the database is unreachable, next attempt in {} ms: {}",
            pause,
            String.valueOf(e.getCause()));
      }
      if (signals.await(pause)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Makes the service not ready, and closes connections after each response, so that clients
   * connect to other instances.
   */
  private void depart() throws InterruptedException {
    LOG.atInfo().addKeyValue("delay", config.shutdownDelay()).log("leaving");
    service.health().stopping();
    service.http().retire();
    Thread.sleep(config.shutdownDelay());
  }

  /**
   * Stops accepting requests, waits for those in progress, then stops the jobs and the managed
   * parts.
   */
  private void stop() {
    LOG.info("stopping");
    haltAfter(STOP_MAX);
    service.health().stopping();
    closed("http", service.http());
    closed("jobs", service.jobs());
    service.managed().stop();
    LOG.info("stopped");
  }

  private static void closed(String name, AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.warn("{} did not stop in order", name, e);
    }
  }

  private void told(String event) {
    var began = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    var line = LOG.atInfo().addKeyValue("port", service.http().port());
    var storePort = service.http().storePort();
    if (storePort.isPresent()) {
      line = line.addKeyValue("storePort", storePort.getAsInt());
    }
    line.addKeyValue("managementPort", config.managementPort())
        .addKeyValue("millisSinceStart", Duration.between(began, Instant.now()).toMillis())
        .log(event);
  }

  private static <T> CompletableFuture<T> aside(Callable<T> task) {
    var done = new CompletableFuture<T>();
    Thread.ofPlatform()
        .daemon()
        .name("start")
        .start(
            () -> {
              try {
                done.complete(task.call());
              } catch (Exception | LinkageError e) {
                done.completeExceptionally(e);
              }
            });
    return done;
  }

  private static void haltAfter(Duration grace) {
    Thread.ofPlatform()
        .daemon()
        .name("grace")
        .start(
            () -> {
              try {
                Thread.sleep(grace);
                LOG.error("not stopped within {}: exiting now", grace);
                Runtime.getRuntime().halt(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
