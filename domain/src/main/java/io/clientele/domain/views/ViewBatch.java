package io.clientele.domain.views;

/**
 * Successive batches of a writer, sent as one: those from {@code from} to {@code to.seq()}, both
 * included.
 *
 * @param to the offset after the last of them
 */
public record ViewBatch(WriterId writer, long from, Offset to, ViewCounts counts) {
  /**
   * The greatest number of accounts that one script adds, so that it blocks staging for at most 6
   * ms.
   */
  public static final int ACCOUNTS_MAX = 2_000;

  public ViewBatch {
    if (from < 1 || from > to.seq()) {
      throw new IllegalArgumentException("batches count from 1 upwards");
    }
  }
}
