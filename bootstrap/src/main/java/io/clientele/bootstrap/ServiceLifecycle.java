package io.clientele.bootstrap;

import io.clientele.bootstrap.config.Config;
import io.clientele.bootstrap.config.FirstAdmin;
import io.clientele.bootstrap.config.InvalidConfiguration;
import io.clientele.bootstrap.lifecycle.StartupFailure;
import io.clientele.domain.identity.operator.Operators.First;
import io.clientele.domain.identity.password.Password;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.PortUnavailable;
import io.clientele.persistence.views.ShardCountMismatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service from its start to its end. It listens at once and says that it is not ready, for the
 * database may be away for long; what needs the database is answered with 503 until its tables are
 * up to date.
 */
final class ServiceLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceLifecycle.class);
  private static final long RETRY_MILLIS_MIN = 100;

  /** Short: the service must be ready within seconds of its database. */
  private static final long RETRY_MILLIS_MAX = 500;

  private static final Duration STOP_MAX = Duration.ofSeconds(25);

  private final Config config;
  private final ShutdownSignals signals;
  private final Service service;
  private volatile boolean isAdminNew;

  /** Wants to know when it is ready. */
  @FunctionalInterface
  interface Readiness {
    /**
     * It is.
     *
     * @param port of the API
     * @param isAdminNew whether the first administrator was let in just now
     */
    void ready(int port, boolean isAdminNew);
  }

  ServiceLifecycle(Config config, ShutdownSignals signals, InstantSource clock) {
    this.config = config;
    this.signals = signals;
    this.service = DaggerService.factory().of(config, clock);
  }

  /** Runs until a signal comes, and stops in order. */
  void run(Readiness whenReady) throws InterruptedException {
    var schedules = service.schedules(); // Its meters must be in the first scrape.
    var database = aside(this::isMigrated);
    var redis = aside(service::redis);
    listen();
    try {
      redis.join();
      if (database.join()) {
        schedules.start();
        service.health().started();
        told("ready");
        whenReady.ready(service.http().port(), isAdminNew);
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
    bind(service.telemetry()::listen, http.bind(), config.managementPort());
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

  /** False if it is time to stop. */
  private boolean isMigrated() throws InterruptedException {
    for (var pause = RETRY_MILLIS_MIN;
        !signals.await(0);
        pause = Math.min(pause * 2, RETRY_MILLIS_MAX)) {
      try {
        Schema.migrate(service.database(), config.shards());
        letFirstAdminIn();
        return true;
      } catch (PortUnavailable e) {
        LOG.warn(
            "the database is away, next try in {} ms: {}", pause, String.valueOf(e.getCause()));
      } catch (ShardCountMismatch e) {
        throw InvalidConfiguration.of(e);
      }
      if (signals.await(pause)) {
        return false;
      }
    }
    return false;
  }

  /**
   * Without one the service runs all the same: keys of services and outside issuers open it too.
   */
  private void letFirstAdminIn() {
    var named = config.firstAdmin();
    if (named.isEmpty()) {
      if (!service.operators().hasAdmin()) {
        LOG.warn("nobody can sign in: set ADMIN_EMAIL and ADMIN_PASSWORD, and start again");
      }
      return;
    }
    switch (addFirstAdmin(named.get())) {
      case STORED -> {
        isAdminNew = true;
        LOG.info("the first administrator is let in");
      }
      case EMAIL_TAKEN ->
          LOG.warn("there is no administrator, and ADMIN_EMAIL is that of an operator who is none");
      case ADMIN_EXISTS -> LOG.debug("there is an administrator");
    }
  }

  private First addFirstAdmin(FirstAdmin admin) {
    if (service.operators().hasAdmin()) {
      return First.ADMIN_EXISTS;
    }
    try {
      return service.addFirstAdmin().add(admin.email(), new Password(admin.password()));
    } catch (InvalidValue unfit) {
      throw new InvalidConfiguration("ADMIN_PASSWORD " + unfit.faults().getFirst().rule());
    }
  }

  /** Balancers see that we leave, and callers that stay are asked to connect anew. */
  private void depart() throws InterruptedException {
    LOG.atInfo().addKeyValue("delay", config.shutdownDelay()).log("leaving");
    service.health().stopping();
    service.http().retire();
    Thread.sleep(config.shutdownDelay());
  }

  /**
   * No new requests, then those in work, then the views that they counted and the keys that they
   * came with, then what all of them stood on.
   */
  private void stop() {
    LOG.info("stopping");
    haltAfter(STOP_MAX);
    service.health().stopping();
    closed("http", service.http());
    closed("jobs", service.schedules());
    closed("views", service.views());
    closed("key uses", service.keyUses());
    service.redis().ifPresent(redis -> closed("redis", redis));
    closed("database", service.database());
    closed("telemetry", service.telemetry());
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
    LOG.atInfo()
        .addKeyValue("port", service.http().port())
        .addKeyValue("managementPort", config.managementPort())
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
                LOG.error("not stopped within {}: ending as it is", grace);
                Runtime.getRuntime().halt(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
