package io.clientele.domain.views;

/**
 * How far a writer's views have come in one shard.
 *
 * @param seq the number of the last batch; batches count from 1
 * @param views all views of the batches up to and with it
 */
public record Offset(long seq, long views) {
  /** Before the first batch. */
  public static final Offset START = new Offset(0, 0);

  /** Past the number of any batch, and exact in a double: scripts of a staging compare doubles. */
  private static final long CLOSED_SEQ = 1L << 52;

  /** The mark after one more batch of so many views. */
  public Offset next(long more) {
    return new Offset(seq + 1, views + more);
  }

  /**
   * The mark of a writer that goes on under another name: past each of its batches, so that none of
   * them is ever added.
   */
  public Offset closed() {
    return new Offset(CLOSED_SEQ, views);
  }

  /** Whether this is the mark of a writer that goes on under another name. */
  public boolean isClosed() {
    return seq >= CLOSED_SEQ;
  }

  /** Whether this mark is earlier. */
  public boolean isBefore(Offset other) {
    return seq < other.seq;
  }
}
