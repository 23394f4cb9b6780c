package io.clientele.http.limits;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.telemetry.RejectionCounter;
import io.clientele.http.telemetry.RequestAttributes;
import jakarta.servlet.ServletRequest;
import java.util.ArrayDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of requests that work at once. Other requests wait in a bounded queue. The
 * queue is first-in, first-out. Slow work means that a dependency is slow or down; then a request
 * that has waited long is likely to be answered after its client has given up, and the newest
 * request is served first (adaptive LIFO, Maurer, "Fail at Scale", ACM Queue 13/8). A request that
 * gets no turn in time is rejected. A request gives up its place while it waits for its client, so
 * that slow clients do not block other requests. Safe for use by many threads.
 */
public final class ConcurrencyLimiter {
  private static final String PASS = Pass.class.getName();

  /** Work that takes longer is slow: it waits for a dependency or, under load, for a core. */
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

  /**
   * Longest wait in FIFO order while work is slow. With 1.5 s of work, a response takes under 2 s.
   */
  private static final long IN_ORDER_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** How long after slow work the queue may be served newest first. */
  private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final RejectionCounter shed;
  private final int workMax;
  private final int waitingMax;
  private final int waitMillis;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
  private int inside;

  /** When slow work was last seen. */
  private long slowNanos;

  /**
   * Creates a limiter with a bounded queue.
   *
   * @param waitingMax length of the queue; further requests are rejected at once
   */
  public ConcurrencyLimiter(RejectionCounter shed, int workMax, int waitingMax, int waitMillis) {
    this(shed, workMax, waitingMax, waitMillis, System::nanoTime);
  }

  ConcurrencyLimiter(
      RejectionCounter shed, int workMax, int waitingMax, int waitMillis, LongSupplier nanoTime) {
    this.shed = shed;
    this.workMax = workMax;
    this.waitingMax = waitingMax;
    this.waitMillis = waitMillis;
    this.nanoTime = nanoTime;
    this.slowNanos = nanoTime.getAsLong() - MEMORY_NANOS;
  }

  /** A waiting request, and the time at which it began to wait. */
  private record Waiter(CountDownLatch admitted, long sinceNanos) {}

  /** The result for a rejected request: the queue is full. */
  private static final Waiter FULL = new Waiter(new CountDownLatch(1), 0);

  /** The place of one request in the limiter. */
  public static final class Pass {
    private final ConcurrencyLimiter limiter;
    private boolean isInside;
    private boolean wasInside;
    private long enteredNanos;

    private Pass(ConcurrencyLimiter limiter) {
      this.limiter = limiter;
    }

    /** Takes a place; returns false if the request gets none in time and is rejected. */
    public boolean enter() {
      if (isInside) {
        return true;
      }
      isInside = limiter.hasTurn(wasInside);
      wasInside |= isInside;
      enteredNanos = limiter.nanoTime.getAsLong();
      if (!isInside) {
        limiter.shed.add();
      }
      return isInside;
    }

    /** Releases the place. Further calls have no effect. */
    public void leave() {
      if (isInside) {
        isInside = false;
        limiter.release(limiter.nanoTime.getAsLong() - enteredNanos);
      }
    }
  }

  /** Whether a new request would be rejected at once. */
  public synchronized boolean isFull() {
    return inside >= workMax && waiting.size() >= waitingMax;
  }

  /** Counts one request that was rejected because the limiter is full. */
  public void reject() {
    shed.add();
  }

  /** Returns a pass that holds no place yet. */
  Pass pass() {
    return new Pass(this);
  }

  /** Returns a pass that holds no permit yet, and stores it as an attribute of the request. */
  public Pass pass(Request request) {
    var pass = pass();
    request.setAttribute(PASS, pass);
    return pass;
  }

  /** Releases the place of a request that only waits for its client from now on. */
  public static void leave(ServletRequest request) {
    if (request.getAttribute(PASS) instanceof Pass pass) {
      pass.leave();
    }
  }

  /** Takes a place again after the wait for the client; answers 503 if there is none in time. */
  public static void enter(ServletRequest request) {
    if (request.getAttribute(PASS) instanceof Pass pass && !pass.enter()) {
      request.setAttribute(RequestAttributes.SHED, true);
      throw new ProblemException(Problem.unavailable());
    }
  }

  /** Returns the number of waiting requests. */
  synchronized int waiting() {
    return waiting.size();
  }

  private boolean hasTurn(boolean isReturning) {
    var turn = enterOrQueue(isReturning);
    if (turn == null || turn.equals(FULL)) {
      return turn == null;
    }
    try {
      return turn.admitted().await(waitMillis, TimeUnit.MILLISECONDS) || !hasLeft(turn);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return !hasLeft(turn);
    }
  }

  /**
   * Returns null if the request gets a place at once. A returning request is queued even if the
   * queue is full: otherwise a new request would displace one that has already cost work.
   */
  private synchronized @Nullable Waiter enterOrQueue(boolean isReturning) {
    if (inside < workMax) {
      inside++;
      return null;
    }
    if (!isReturning && waiting.size() >= waitingMax) {
      return FULL;
    }
    var turn = new Waiter(new CountDownLatch(1), nanoTime.getAsLong());
    waiting.addLast(turn);
    return turn;
  }

  /** Removes the request from the queue; returns false if it has just got its turn. */
  private synchronized boolean hasLeft(Waiter turn) {
    return waiting.removeFirstOccurrence(turn);
  }

  private synchronized void release(long workNanos) {
    var now = nanoTime.getAsLong();
    if (workNanos > SLOW_NANOS) {
      slowNanos = now;
    }
    var oldest = waiting.peekFirst();
    if (oldest == null) {
      inside--;
      return;
    }
    var isSlow = now - slowNanos < MEMORY_NANOS;
    var isLate = isSlow && now - oldest.sinceNanos() > IN_ORDER_WITHIN_NANOS;
    var next = isLate ? waiting.removeLast() : waiting.removeFirst();
    next.admitted().countDown();
  }
}
