package io.clientele.domain.views.modelcheck.model;

/**
 * The progress of a flush.
 *
 * @param vector the offsets that it read last, by number
 * @param head the batch that it holds, or that was just refused, by number; 0 for none
 * @param last the head that it tried last, by number: it reads the offsets of its writers
 */
public record FlusherState(Stage stage, int vector, int head, int last) {
  public static final FlusherState IDLE = new FlusherState(Stage.IDLE, 0, 0, 0);

  /** The last step. */
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
