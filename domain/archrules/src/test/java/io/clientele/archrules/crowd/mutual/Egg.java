package io.clientele.archrules.crowd.mutual;

/** Uses the class that uses its nested class. */
final class Egg {
  record Shell(int weight) {}

  Object hatch() {
    return new Chicken(new Shell(60));
  }
}
