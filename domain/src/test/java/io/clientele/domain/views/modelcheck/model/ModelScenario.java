package io.clientele.domain.views.modelcheck.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * The bounds of one search: the numbers of processes, views and messages, and the possible faults.
 */
public final class ModelScenario {
  private final String name;
  private final Map<EventBudget, Integer> limits = new EnumMap<>(EventBudget.class);
  private int writers = 1;
  private int parallel = 1;
  private int flushers = 2;
  private int copies = 1;
  private int sameLetters = 2;
  private boolean keeps = true;
  private boolean reads;
  private boolean retires;
  private boolean prompt;
  private boolean registers;
  private boolean removesTheLiving;
  private boolean calm;
  private boolean refuses;
  private boolean resetsAlways;
  private boolean folds;
  private boolean upgrades;
  private boolean balances = true;

  private ModelScenario(String name) {
    this.name = name;
  }

  /** One writer through staging, two flushers, and this many views, each of another account. */
  public static ModelScenario of(String name, int views) {
    return new ModelScenario(name).upTo(EventBudget.VIEWS, views);
  }

  public ModelScenario upTo(EventBudget limit, int times) {
    limits.put(limit, times);
    return this;
  }

  /** This many writers, of which {@code alive} start at once; the others follow dead ones. */
  public ModelScenario writers(int all, int atOnce) {
    writers = all;
    parallel = atOnce;
    return this;
  }

  public ModelScenario flushers(int count) {
    flushers = count;
    return this;
  }

  /**
   * The number of concurrent copies of staging, to which it may return; it may always return to
   * empty.
   */
  ModelScenario copies(int count) {
    copies = count;
    return upTo(EventBudget.STAGED_COPIES, count);
  }

  /** The number of equal messages in transit. */
  public ModelScenario sameLetters(int count) {
    sameLetters = count;
    return this;
  }

  /** More batches are applied than staging keeps. */
  public ModelScenario keepingNothing() {
    keeps = false;
    return this;
  }

  /** A reader of live totals runs. */
  public ModelScenario read() {
    reads = true;
    return this;
  }

  /** Writers that cannot join continue under a new name. */
  public ModelScenario retiring() {
    retires = true;
    return this;
  }

  /** Staging may be unavailable before a batch leaves the process. */
  public ModelScenario refusing() {
    refuses = true;
    return this;
  }

  /** Messages arrive at once or never. */
  public ModelScenario prompt() {
    prompt = true;
    return this;
  }

  /** A writer has a row from its start only, so that a ledger may return to before it. */
  public ModelScenario registering() {
    registers = true;
    return this;
  }

  /** A living writer that is cut off from the ledger may be removed. */
  public ModelScenario removingTheLiving() {
    removesTheLiving = true;
    return this;
  }

  /** No server fails: RESET! must never discard. */
  ModelScenario calm() {
    calm = true;
    return this;
  }

  /** RESET runs at any time, not only after staging went back. */
  public ModelScenario resetting() {
    resetsAlways = true;
    return this;
  }

  /** Batches are applied as segments, which FOLD adds to the totals. */
  public ModelScenario folding() {
    folds = true;
    return this;
  }

  /** An instance that reads no segments runs beside for a while, and reads live totals. */
  public ModelScenario upgrading() {
    upgrades = true;
    return folding();
  }

  /**
   * Checks for losses, duplicates and wrong reads only, because a missing rule first unbalances the
   * sums.
   */
  public ModelScenario withoutBooks() {
    balances = false;
    return this;
  }

  int budget() {
    return limits.entrySet().stream().mapToInt(e -> e.getKey().of(e.getValue())).sum();
  }

  public int limit(EventBudget limit) {
    return limits.getOrDefault(limit, 0);
  }

  public int writers() {
    return writers;
  }

  int parallel() {
    return parallel;
  }

  public int flushers() {
    return flushers;
  }

  public int copies() {
    return copies;
  }

  public int sameLetters() {
    return sameLetters;
  }

  public boolean keeps() {
    return keeps;
  }

  public boolean reads() {
    return reads;
  }

  public boolean retires() {
    return retires;
  }

  public boolean refuses() {
    return refuses;
  }

  public boolean isPrompt() {
    return prompt;
  }

  boolean registers() {
    return registers;
  }

  public boolean removesTheLiving() {
    return removesTheLiving;
  }

  /** Whether a writer may lose its row, so that a flush meets tombstones. */
  public boolean leavesMarks() {
    return retires || limit(EventBudget.REMOVALS) > 0;
  }

  public boolean isCalm() {
    return calm;
  }

  public boolean resetsAlways() {
    return resetsAlways;
  }

  public boolean folds() {
    return folds;
  }

  public boolean upgrades() {
    return upgrades;
  }

  public boolean balances() {
    return balances;
  }

  @Override
  public String toString() {
    return name;
  }
}
