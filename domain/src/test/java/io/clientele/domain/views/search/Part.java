package io.clientele.domain.views.search;

/** What a state consists of, each a number that {@link World} knows the value of. */
enum Part {
  STAGED,
  LEDGER,
  WRITER_0,
  WRITER_1,
  WRITER_2,
  MAIL,
  FLUSHER_0,
  FLUSHER_1,
  RESETTER,
  COPY_0,
  COPY_1,
  LEDGER_COPY,
  BUDGET,
  /** The views that a fault may have cost, a bit each. */
  LOST,
  READER,
  CLEANER;

  static final int COUNT = values().length;

  static Part writer(int index) {
    return values()[WRITER_0.ordinal() + index];
  }
}
