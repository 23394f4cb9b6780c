package io.clientele.domain.views.search;

import java.util.EnumMap;
import java.util.Map;

/** The bounds of one search: how much there is of everything, and which faults may strike. */
final class Scenario {
  private final String name;
  private final Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
  private int writers = 1;
  private int parallel = 1;
  private int flushers = 2;
  private int copies = 1;
  private int sameLetters = 2;
  private boolean keeps = true;
  private boolean reads;
  private boolean retires;
  private boolean calm;
  private boolean resetsAlways;
  private boolean balances = true;

  private Scenario(String name) {
    this.name = name;
  }

  /** One writer through staging, two flushers, and so many views, each of another account. */
  static Scenario of(String name, int views) {
    return new Scenario(name).upTo(Limit.VIEWS, views);
  }

  Scenario upTo(Limit limit, int times) {
    limits.put(limit, times);
    return this;
  }

  /** So many writers, of which the first so many live from the start; the rest follow dead ones. */
  Scenario writers(int all, int atOnce) {
    writers = all;
    parallel = atOnce;
    return this;
  }

  Scenario flushers(int count) {
    flushers = count;
    return this;
  }

  /**
   * So many copies of the fast side at once, to which it may go back; it may always go back to
   * nothing.
   */
  Scenario copies(int count) {
    copies = count;
    return upTo(Limit.STAGED_COPIES, count);
  }

  /** So many messages under way may be the same. */
  Scenario sameLetters(int count) {
    sameLetters = count;
    return this;
  }

  /** More was applied than the fast side keeps. */
  Scenario keepingNothing() {
    keeps = false;
    return this;
  }

  /** There is a reader of live totals. */
  Scenario read() {
    reads = true;
    return this;
  }

  /** Writers that cannot be joined again go on under a new name. */
  Scenario retiring() {
    retires = true;
    return this;
  }

  /** No fault of a server: RESET! must never fire. */
  Scenario calm() {
    calm = true;
    return this;
  }

  /** RESET is run at any time, not only once the fast side went back. */
  Scenario resetting() {
    resetsAlways = true;
    return this;
  }

  /**
   * Looks for losses, doubles and wrong reads alone: the books fall first where a rule is missing.
   */
  Scenario withoutBooks() {
    balances = false;
    return this;
  }

  int budget() {
    return limits.entrySet().stream().mapToInt(e -> e.getKey().of(e.getValue())).sum();
  }

  int limit(Limit limit) {
    return limits.getOrDefault(limit, 0);
  }

  int writers() {
    return writers;
  }

  int parallel() {
    return parallel;
  }

  int flushers() {
    return flushers;
  }

  int copies() {
    return copies;
  }

  int sameLetters() {
    return sameLetters;
  }

  boolean keeps() {
    return keeps;
  }

  boolean reads() {
    return reads;
  }

  boolean retires() {
    return retires;
  }

  boolean isCalm() {
    return calm;
  }

  boolean resetsAlways() {
    return resetsAlways;
  }

  boolean balances() {
    return balances;
  }

  @Override
  public String toString() {
    return name;
  }
}
