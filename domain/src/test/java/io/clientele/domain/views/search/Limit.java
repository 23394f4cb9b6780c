package io.clientele.domain.views.search;

/** What may happen only so many times; what is left of each stands in four bits of one number. */
enum Limit {
  VIEWS,
  WRITER_CRASHES,
  STAGED_COPIES,
  STAGED_ROLLBACKS,
  LEDGER_COPIES,
  LEDGER_ROLLBACKS,
  DIRECT_COMMITS,
  REMOVALS;

  int left(int budget) {
    return budget >>> 4 * ordinal() & 15;
  }

  int spend(int budget) {
    return budget - (1 << 4 * ordinal());
  }

  int of(int times) {
    return times << 4 * ordinal();
  }
}
