package io.clientele.application.views.simulation;

import io.clientele.domain.kernel.PortUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The network between processes and a store. It loses requests and responses, which the caller
 * cannot distinguish; a request may arrive late, after its caller has given up, or twice.
 */
final class FaultyNetwork {
  private final String port;
  private final Random random;
  private final Runnable beforeEachCall;
  private final SimulationTrace history;
  private final List<Runnable> onTheWay = new ArrayList<>();
  private FaultRates weather = FaultRates.CALM;
  private int callsUntilBack;

  FaultyNetwork(String port, Random random, Runnable beforeEachCall, SimulationTrace history) {
    this.port = port;
    this.random = random;
    this.beforeEachCall = beforeEachCall;
    this.history = history;
  }

  void weather(FaultRates now) {
    weather = now;
    callsUntilBack = 0;
  }

  /** Refuses this many calls before they leave their process. */
  void startOutage(int calls) {
    callsUntilBack = calls;
  }

  /** Sends a request that may be lost, or whose response may be lost. */
  <T> T ask(Supplier<T> question) {
    beforeEachCall.run();
    if (callsUntilBack > 0) {
      callsUntilBack--;
      throw PortUnavailable.refused(port, new IOException("not connected"));
    }
    if (strikes(weather.lost() / 2)) {
      throw away("the question was lost");
    }
    var answer = question.get();
    if (strikes(weather.lost() / 2)) {
      throw away("the answer was lost");
    }
    return answer;
  }

  /** Sends a request that may also arrive late, and twice. */
  <T> T send(Supplier<T> question) {
    return ask(
        () -> {
          if (isLate()) {
            later(() -> unheard(question));
            throw away("the question is late");
          }
          if (strikes(weather.twice())) {
            later(() -> unheard(question));
          }
          return question.get();
        });
  }

  /** Runs the request for its effect; its caller has given up. */
  private static <T> T unheard(Supplier<T> question) {
    return question.get();
  }

  /** Whether the current request arrives late. */
  boolean isLate() {
    return strikes(weather.late());
  }

  void later(Runnable question) {
    var call = history.call();
    onTheWay.add(
        () -> {
          question.run();
          history.tell(() -> "late: " + call);
        });
  }

  boolean hasSomethingOnTheWay() {
    return !onTheWay.isEmpty();
  }

  /** Delivers one of the late requests, of any caller. */
  void deliverOne() {
    onTheWay.remove(random.nextInt(onTheWay.size())).run();
  }

  /** Cuts connections at the server: messages in transit never arrive. */
  void drop() {
    onTheWay.clear();
  }

  PortUnavailable away(String why) {
    return new PortUnavailable(port, new IOException(why));
  }

  private boolean strikes(double chance) {
    return chance > 0 && random.nextDouble() < chance;
  }
}
