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
 * Lets so many requests work at once. Others wait a moment for their turn, in their order. Where
 * the work itself takes long, what stands behind it is slow or away, and whoever waited long would
 * be answered when nobody asks any more: then the newest come first (adaptive LIFO, Maurer, "Fail
 * at Scale", ACM Queue 13/8). Whoever had no turn in time is shed. A request steps out while it
 * waits for its client, so that slow clients keep nobody outside.
 */
public final class ConcurrencyLimiter {
  private static final String PASS = Pass.class.getName();

  /** Work that takes so long waits for something; in a crowd it may wait for a core, too. */
  private static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

  /** With the 1.5 seconds that such work may take, an answer comes within two. */
  private static final long IN_ORDER_WITHIN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** How long slow work is remembered. */
  private static final long MEMORY_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final RejectionCounter shed;
  private final int workMax;
  private final int waitingMax;
  private final int waitMillis;
  private final LongSupplier nanoTime;
  private final ArrayDeque<Turn> waiting = new ArrayDeque<>();
  private int inside;

  /** When slow work was last seen. */
  private long slowNanos;

  /**
   * A gate where only some may wait.
   *
   * @param waitingMax more are shed at once
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

  /** Whoever waits, and since when. */
  private record Turn(CountDownLatch come, long sinceNanos) {}

  /** The turn of a request that must not wait. */
  private static final Turn FULL = new Turn(new CountDownLatch(1), 0);

  /** One request's way in and out, kept with it. */
  public static final class Pass {
    private final ConcurrencyLimiter gate;
    private boolean isInside;
    private boolean wasInside;
    private long enteredNanos;

    private Pass(ConcurrencyLimiter gate) {
      this.gate = gate;
    }

    /** False if it had no turn in time, and so is shed. */
    public boolean enter() {
      if (isInside) {
        return true;
      }
      isInside = gate.hasTurn(wasInside);
      wasInside |= isInside;
      enteredNanos = gate.nanoTime.getAsLong();
      if (!isInside) {
        gate.shed.add();
      }
      return isInside;
    }

    /** Again is once. */
    public void leave() {
      if (isInside) {
        isInside = false;
        gate.release(gate.nanoTime.getAsLong() - enteredNanos);
      }
    }
  }

  /** One that is outside. */
  Pass pass() {
    return new Pass(this);
  }

  /** One that stays with its request. */
  public Pass pass(Request request) {
    var pass = pass();
    request.setAttribute(PASS, pass);
    return pass;
  }

  /** From here on the request only waits for its client. */
  public static void leave(ServletRequest request) {
    if (request.getAttribute(PASS) instanceof Pass pass) {
      pass.leave();
    }
  }

  /** The client was waited for, and there is work again; refuses whoever has no turn in time. */
  public static void enter(ServletRequest request) {
    if (request.getAttribute(PASS) instanceof Pass pass && !pass.enter()) {
      request.setAttribute(RequestAttributes.SHED, true);
      throw new ProblemException(Problem.unavailable());
    }
  }

  /** How many wait for their turn. */
  synchronized int waiting() {
    return waiting.size();
  }

  private boolean hasTurn(boolean isReturning) {
    var turn = enterOrQueue(isReturning);
    if (turn == null || turn.equals(FULL)) {
      return turn == null;
    }
    try {
      return turn.come().await(waitMillis, TimeUnit.MILLISECONDS) || !hasLeft(turn);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return !hasLeft(turn);
    }
  }

  /**
   * Null if the request is inside at once. A request that returns is queued even where too many
   * wait: otherwise new requests would take the places of those that work was done for.
   */
  private synchronized @Nullable Turn enterOrQueue(boolean isReturning) {
    if (inside < workMax) {
      inside++;
      return null;
    }
    if (!isReturning && waiting.size() >= waitingMax) {
      return FULL;
    }
    var turn = new Turn(new CountDownLatch(1), nanoTime.getAsLong());
    waiting.addLast(turn);
    return turn;
  }

  /** False for whoever was called in the last moment. */
  private synchronized boolean hasLeft(Turn turn) {
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
    next.come().countDown();
  }
}
