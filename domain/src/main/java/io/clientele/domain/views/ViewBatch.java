package io.clientele.domain.views;

/**
 * What a writer sends: its batches {@code from} to {@code to.seq()}, both included, as one.
 *
 * @param to the mark after the last of them
 */
public record ViewBatch(WriterId writer, long from, Offset to, ViewCounts counts) {
  /**
   * One script adds no more accounts than this, so that it holds the fast side up for 6 ms at most.
   */
  public static final int ACCOUNTS_MAX = 2_000;

  public ViewBatch {
    if (from < 1 || from > to.seq()) {
      throw new IllegalArgumentException("batches count from 1 upwards");
    }
  }
}
