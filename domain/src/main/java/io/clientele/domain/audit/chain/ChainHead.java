package io.clientele.domain.audit.chain;

import java.util.Objects;

/**
 * The newest block of the chain. A stored copy of it shows whether the end of the chain was cut
 * off.
 */
public record ChainHead(long number, Sha256Hash hash) {
  /** The head of a chain without blocks. */
  public static final ChainHead NONE = new ChainHead(0, Sha256Hash.NONE);

  public ChainHead {
    Objects.requireNonNull(hash, "hash");
  }

  /** Whether this head has a higher number. */
  public boolean isNewerThan(ChainHead other) {
    return number > other.number;
  }
}
