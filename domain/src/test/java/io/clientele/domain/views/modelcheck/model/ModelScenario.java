package io.clientele.domain.views.modelcheck.model;

import java.util.EnumMap;
import java.util.Map;

/** The bounds of one search: how much there is of everything, and which faults may strike. */
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
  private boolean balances = true;

  private ModelScenario(String name) {
    this.name = name;
  }

  /** One writer through staging, two flushers, and so many views, each of another account. */
  public static ModelScenario of(String name, int views) {
    return new ModelScenario(name).upTo(EventBudget.VIEWS, views);
  }

  public ModelScenario upTo(EventBudget limit, int times) {
    limits.put(limit, times);
    return this;
  }

  /** So many writers, of which the first so many live from the start; the rest follow dead ones. */
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
   * So many copies of the fast side at once, to which it may go back; it may always go back to
   * nothing.
   */
  ModelScenario copies(int count) {
    copies = count;
    return upTo(EventBudget.STAGED_COPIES, count);
  }

  /** So many messages under way may be the same. */
  public ModelScenario sameLetters(int count) {
    sameLetters = count;
    return this;
  }

  /** More was applied than the fast side keeps. */
  public ModelScenario keepingNothing() {
    keeps = false;
    return this;
  }

  /** There is a reader of live totals. */
  public ModelScenario read() {
    reads = true;
    return this;
  }

  /** Writers that cannot be joined again go on under a new name. */
  public ModelScenario retiring() {
    retires = true;
    return this;
  }

  /** The fast side may be found away before a batch leaves the process. */
  public ModelScenario refusing() {
    refuses = true;
    return this;
  }

  /** Messages arrive at once or never. */
  public ModelScenario prompt() {
    prompt = true;
    return this;
  }

  /** A writer has a row from its birth only, so that a ledger may go back to before it. */
  public ModelScenario registering() {
    registers = true;
    return this;
  }

  /** A writer that lives, but is cut off from the ledger alone, may be removed. */
  public ModelScenario removingTheLiving() {
    removesTheLiving = true;
    return this;
  }

  /** No fault of a server: RESET! must never fire. */
  ModelScenario calm() {
    calm = true;
    return this;
  }

  /** RESET is run at any time, not only once the fast side went back. */
  public ModelScenario resetting() {
    resetsAlways = true;
    return this;
  }

  /**
   * Looks for losses, doubles and wrong reads alone: the books fall first where a rule is missing.
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

  /** Whether a writer may lose its row, so that a flush meets marks. */
  public boolean leavesMarks() {
    return retires || limit(EventBudget.REMOVALS) > 0;
  }

  public boolean isCalm() {
    return calm;
  }

  public boolean resetsAlways() {
    return resetsAlways;
  }

  public boolean balances() {
    return balances;
  }

  @Override
  public String toString() {
    return name;
  }
}
