package io.clientele.domain.audit.chain;

/** The end of the chain: its newest block. Whoever knows it finds out if the end is cut off. */
public record ChainHead(long number, Sha256Hash hash) {
  /** Of a chain without blocks. */
  public static final ChainHead NONE = new ChainHead(0, Sha256Hash.NONE);

  /** Whether it is further along. */
  public boolean isNewerThan(ChainHead other) {
    return number > other.number;
  }
}
