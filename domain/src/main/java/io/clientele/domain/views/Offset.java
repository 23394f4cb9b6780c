package io.clientele.domain.views;

/**
 * The position of a writer in one shard.
 *
 * @param seq the number of the last batch; batches count from 1
 * @param views all views of the batches up to and including it
 */
public record Offset(long seq, long views) {
  /** The offset before the first batch. */
  public static final Offset START = new Offset(0, 0);

  /**
   * Greater than the number of any batch, and exact in a double: staging scripts compare doubles.
   */
  private static final long CLOSED_SEQ = 1L << 52;

  /** Returns the offset after one more batch of this many views. */
  public Offset next(long more) {
    return new Offset(seq + 1, views + more);
  }

  /**
   * Returns the offset of a retired name: after each of its batches, so that none of them is ever
   * added.
   */
  public Offset closed() {
    return new Offset(CLOSED_SEQ, views);
  }

  /** Whether this is the offset of a retired name. */
  public boolean isClosed() {
    return seq >= CLOSED_SEQ;
  }

  /** Whether this offset is earlier. */
  public boolean isBefore(Offset other) {
    return seq < other.seq;
  }
}
