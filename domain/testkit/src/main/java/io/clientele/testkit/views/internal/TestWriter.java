package io.clientele.testkit.views.internal;

import io.clientele.domain.views.AppliedOffsets;
import io.clientele.domain.views.Offset;
import io.clientele.domain.views.OffsetRange;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import io.clientele.testkit.kernel.Sample;
import io.clientele.testkit.views.ViewsSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A writer with all batches that it has formed, including applied and lost ones. */
public final class TestWriter {
  private final WriterId writer;
  private final List<ViewCounts> formed;

  public TestWriter(WriterId writer, List<ViewCounts> formed) {
    this.writer = writer;
    this.formed = List.copyOf(formed);
  }

  /**
   * Creates a writer whose batches have one or two of these accounts each; no two batches have
   * equal views.
   */
  public static TestWriter of(ViewsSample sample, List<UUID> accounts, int batches) {
    var formed = new ArrayList<ViewCounts>();
    for (var i = 0; i < batches; i++) {
      var counts = new HashMap<UUID, Long>();
      counts.put(accounts.get(i % accounts.size()), i + 1L);
      counts.merge(accounts.get((i * 7 + 3) % accounts.size()), 100L, Long::sum);
      formed.add(ViewCounts.of(counts));
    }
    return new TestWriter(sample.writer(), formed);
  }

  public WriterId writer() {
    return writer;
  }

  public int size() {
    return formed.size();
  }

  public Offset mark(long seq) {
    var mark = Offset.START;
    for (var i = 0; i < seq; i++) {
      mark = mark.next(formed.get(i).total());
    }
    return mark;
  }

  /** Returns the views of batches {@code from} to {@code to}, both included. */
  public ViewCounts counts(long from, long to) {
    return formed.subList((int) from - 1, (int) to).stream()
        .reduce(ViewCounts.NONE, ViewCounts::plus);
  }

  /** Returns batches {@code from} to {@code to}, both included, as one message. */
  public ViewBatch batch(long from, long to) {
    return new ViewBatch(writer, from, mark(to), counts(from, to));
  }

  public ViewBatch batch(long seq) {
    return batch(seq, seq);
  }

  public OffsetRange span(long from, long to) {
    return new OffsetRange(mark(from - 1), mark(to));
  }

  /** Returns batches {@code from} to {@code to}, sealed. */
  public SealedBatch sealed(long from, long to) {
    return new SealedBatch(Map.of(writer, span(from, to)), counts(from, to), Sample.BEGINNING);
  }

  /** Merges batches of two writers, as sealed together. */
  public static SealedBatch sealed(SealedBatch one, SealedBatch other) {
    var spans = new HashMap<>(one.ranges());
    spans.putAll(other.ranges());
    return new SealedBatch(spans, one.counts().plus(other.counts()), Instant.EPOCH);
  }

  /** Returns the vector of a ledger that knows only this writer. */
  public AppliedOffsets applied(long seq) {
    return new AppliedOffsets(Map.of(writer, mark(seq)));
  }

  public static AppliedOffsets applied(TestWriter one, long seq, TestWriter other, long otherSeq) {
    return new AppliedOffsets(
        Map.of(one.writer, one.mark(seq), other.writer, other.mark(otherSeq)));
  }
}
