package io.clientele.domain.views.modelcheck.model;

/**
 * Where a flush is.
 *
 * @param vector the marks that it read last, by number
 * @param head what it holds, or was refused just before, by number; 0 for nothing
 * @param last the head that it tried last, by number: it asks for the marks of its writers
 */
public record FlusherState(Stage stage, int vector, int head, int last) {
  public static final FlusherState IDLE = new FlusherState(Stage.IDLE, 0, 0, 0);

  /** What it did last. */
  public enum Stage {
    IDLE,
    SEALED,
    ASKED_LEDGER,
    READ,
    REFUSED_TWICE,
    CONFLICT
  }

  public static FlusherState sealed(int refused, int last) {
    return new FlusherState(Stage.SEALED, 0, refused, last);
  }

  public static FlusherState asked(int vector, int refused) {
    return new FlusherState(Stage.ASKED_LEDGER, vector, refused, 0);
  }

  public static FlusherState read(int head) {
    return new FlusherState(Stage.READ, 0, head, 0);
  }

  public static FlusherState refusedTwice(int vector, int head) {
    return new FlusherState(Stage.REFUSED_TWICE, vector, head, 0);
  }

  public static FlusherState conflict(int vector) {
    return new FlusherState(Stage.CONFLICT, vector, 0, 0);
  }
}
