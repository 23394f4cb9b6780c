package io.clientele.domain.views.search;

/**
 * Where a flush is.
 *
 * @param vector the marks that it read last, by number
 * @param head what it holds, or was refused just before, by number; 0 for nothing
 */
record Flusher(Stage stage, int vector, int head) {
  static final Flusher IDLE = new Flusher(Stage.IDLE, 0, 0);

  /** What it did last. */
  enum Stage {
    IDLE,
    SEALED,
    ASKED_LEDGER,
    READ,
    REFUSED_TWICE,
    CONFLICT
  }

  static Flusher sealed(int refused) {
    return new Flusher(Stage.SEALED, 0, refused);
  }

  static Flusher asked(int vector, int refused) {
    return new Flusher(Stage.ASKED_LEDGER, vector, refused);
  }

  static Flusher read(int head) {
    return new Flusher(Stage.READ, 0, head);
  }

  static Flusher refusedTwice(int vector, int head) {
    return new Flusher(Stage.REFUSED_TWICE, vector, head);
  }

  static Flusher conflict(int vector) {
    return new Flusher(Stage.CONFLICT, vector, 0);
  }
}
