package io.clientele.application.views.simulation;

import java.util.Random;

/**
 * The probabilities of faults in one history. Each seed excludes some kinds of faults, because more
 * is promised without them.
 *
 * @param lost of messages, both requests and responses
 * @param late of requests that arrive after their caller has given up
 * @param twice of requests that arrive twice
 * @param death of a process, at a step
 * @param rewind of staging, to a copy, to nothing, or to another branch of its history
 * @param ledgerRewind of the ledger, to an earlier state
 * @param outage of staging, for many calls
 * @param clock of steps of the wall clock
 * @param age of a week without a heartbeat of dead writers
 */
record FaultRates(
    double lost,
    double late,
    double twice,
    double death,
    double rewind,
    double ledgerRewind,
    double outage,
    double clock,
    double age) {
  static final FaultRates CALM = new FaultRates(0, 0, 0, 0, 0, 0, 0, 0, 0);

  static FaultRates of(Random random) {
    return new FaultRates(
        some(random, 0.15),
        some(random, 0.06),
        some(random, 0.06),
        some(random, 0.02),
        some(random, 0.02),
        rarely(random, 0.008),
        some(random, 0.005),
        some(random, 0.01),
        rarely(random, 0.006));
  }

  /** Whether both stores keep their data, and no living writer counts as dead. */
  boolean isKind() {
    return rewind == 0 && ledgerRewind == 0 && age == 0;
  }

  private static double some(Random random, double most) {
    return random.nextBoolean() ? most * random.nextDouble() : 0;
  }

  private static double rarely(Random random, double most) {
    return random.nextInt(4) == 0 ? most * random.nextDouble() : 0;
  }
}
