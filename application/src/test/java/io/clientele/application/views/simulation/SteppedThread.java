package io.clientele.application.views.simulation;

import io.clientele.domain.kernel.PortUnavailable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Runs a job on its own thread, step by step: each step ends before the next call through a port.
 * The caller of a step waits until it ends, so all steps have one order.
 */
final class SteppedThread {
  private static final int STUCK_AFTER_SECONDS = 60;
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          job -> {
            var thread = new Thread(job, "strand");
            thread.setDaemon(true);
            return thread;
          });

  private final String name;
  private final Runnable job;
  private final Semaphore go = new Semaphore(0);
  private final Semaphore back = new Semaphore(0);
  private int callsLeft;
  private boolean isBegun;
  private boolean isDone;
  private boolean isCut;
  private Throwable thrown;

  SteppedThread(String name, Runnable job) {
    this.name = name;
    this.job = job;
  }

  boolean isDone() {
    return isDone;
  }

  /** Runs this many calls, or to the end of the job; rethrows its failure. */
  void resume(int calls) {
    callsLeft = calls;
    if (isBegun) {
      go.release();
    } else {
      isBegun = true;
      THREADS.execute(this::run);
    }
    awaitBack();
    if (thrown != null) {
      throw new AssertionError(thrown.getMessage(), thrown);
    }
  }

  /** Kills its process at the current step. */
  void cut() {
    isCut = true;
    if (isBegun && !isDone) {
      go.release();
      awaitBack();
    }
    isDone = true;
  }

  /** Called by the job's thread before each call through a port. */
  void pause() {
    if (isCut) {
      throw new Killed();
    }
    if (callsLeft-- > 0) {
      return;
    }
    back.release();
    go.acquireUninterruptibly();
    if (isCut) {
      throw new Killed();
    }
    callsLeft--;
  }

  private void run() {
    try {
      job.run();
    } catch (PortUnavailable | Killed expected) {
      isDone = true;
    } catch (Throwable unexpected) {
      thrown = unexpected;
    }
    isDone = true;
    back.release();
  }

  private void awaitBack() {
    try {
      if (!back.tryAcquire(STUCK_AFTER_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a job waits for another that may not go on");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** Unwinds a job that never continues. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super(null, null, false, false);
    }
  }
}
