package io.clientele.domain.audit;

/** The end of the chain: its newest block. Whoever knows it finds out if the end is cut off. */
public record Head(long number, Hash hash) {
  /** Of a chain without blocks. */
  public static final Head NONE = new Head(0, Hash.NONE);

  /** Whether it is further along. */
  public boolean isNewerThan(Head other) {
    return number > other.number;
  }
}
