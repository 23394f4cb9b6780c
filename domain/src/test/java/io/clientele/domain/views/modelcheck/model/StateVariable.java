package io.clientele.domain.views.modelcheck.model;

/** The variables of a state, each a number whose value {@link StateSpace} knows. */
public enum StateVariable {
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
  /** The views that a fault may have lost, one bit each. */
  LOST,
  READER,
  CLEANER,
  /** The views that ever left a process, one bit each; only where batches may be refused. */
  LEFT,
  /** The segments that a FOLD has read, by number; 0 without a FOLD under way. */
  FOLDER,
  /** 1 once no instance is left that does not read segments. */
  READS_SEGMENTS;

  public static final int COUNT = values().length;

  public static StateVariable writer(int index) {
    return values()[WRITER_0.ordinal() + index];
  }
}
