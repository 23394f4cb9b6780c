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

  /** The mark after one more batch of so many views. */
  public Offset next(long more) {
    return new Offset(seq + 1, views + more);
  }

  /** Whether this mark is earlier. */
  public boolean isBefore(Offset other) {
    return seq < other.seq;
  }
}
