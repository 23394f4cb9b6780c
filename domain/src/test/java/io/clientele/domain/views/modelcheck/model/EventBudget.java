package io.clientele.domain.views.modelcheck.model;

/** The remaining number of each bounded event, four bits each in one number. */
public enum EventBudget {
  VIEWS,
  WRITER_CRASHES,
  STAGED_COPIES,
  STAGED_ROLLBACKS,
  LEDGER_COPIES,
  LEDGER_ROLLBACKS,
  DIRECT_COMMITS,
  REMOVALS;

  public int left(int budget) {
    return budget >>> 4 * ordinal() & 15;
  }

  int spend(int budget) {
    return budget - (1 << 4 * ordinal());
  }

  public int of(int times) {
    return times << 4 * ordinal();
  }
}
