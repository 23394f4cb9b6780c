package io.clientele.application.views;

import io.clientele.domain.PortUnavailable;
import java.io.IOException;
import java.util.Random;

/** Loses questions and answers by a seeded chance: the caller cannot tell which. */
final class Faults {
  private final Random random;
  private double chance;

  Faults(Random random) {
    this.random = random;
  }

  void chance(double of) {
    chance = of;
  }

  void before(String port) {
    strike(port, "the question was lost");
  }

  void after(String port) {
    strike(port, "the answer was lost");
  }

  private void strike(String port, String what) {
    if (random.nextDouble() < chance / 2) {
      throw new PortUnavailable(port, new IOException(what));
    }
  }
}
