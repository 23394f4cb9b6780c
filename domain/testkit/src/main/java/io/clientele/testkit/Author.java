package io.clientele.testkit;

import io.clientele.domain.account.AccountId;
import io.clientele.domain.views.Applied;
import io.clientele.domain.views.Mark;
import io.clientele.domain.views.SealedBatch;
import io.clientele.domain.views.Span;
import io.clientele.domain.views.ViewBatch;
import io.clientele.domain.views.ViewCounts;
import io.clientele.domain.views.WriterId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A writer with all the batches it has ever formed, whatever became of them. */
final class Author {
  private final WriterId writer;
  private final List<ViewCounts> formed;

  Author(WriterId writer, List<ViewCounts> formed) {
    this.writer = writer;
    this.formed = List.copyOf(formed);
  }

  /** Batches of one or two of these accounts each; no two batches have as many views. */
  static Author of(Sample sample, List<AccountId> accounts, int batches) {
    var formed = new ArrayList<ViewCounts>();
    for (var i = 0; i < batches; i++) {
      var counts = new HashMap<AccountId, Long>();
      counts.put(accounts.get(i % accounts.size()), i + 1L);
      counts.merge(accounts.get((i * 7 + 3) % accounts.size()), 100L, Long::sum);
      formed.add(ViewCounts.of(counts));
    }
    return new Author(sample.writer(), formed);
  }

  WriterId writer() {
    return writer;
  }

  int size() {
    return formed.size();
  }

  Mark mark(long seq) {
    var mark = Mark.START;
    for (var i = 0; i < seq; i++) {
      mark = mark.next(formed.get(i).total());
    }
    return mark;
  }

  /** The views of batches {@code from} to {@code to}, both included. */
  ViewCounts counts(long from, long to) {
    return formed.subList((int) from - 1, (int) to).stream()
        .reduce(ViewCounts.NONE, ViewCounts::plus);
  }

  /** Batches {@code from} to {@code to}, both included, as one message. */
  ViewBatch batch(long from, long to) {
    return new ViewBatch(writer, from, mark(to), counts(from, to));
  }

  ViewBatch batch(long seq) {
    return batch(seq, seq);
  }

  Span span(long from, long to) {
    return new Span(mark(from - 1), mark(to));
  }

  /** Batches {@code from} to {@code to}, sealed. */
  SealedBatch sealed(long from, long to) {
    return new SealedBatch(Map.of(writer, span(from, to)), counts(from, to), Sample.BEGINNING);
  }

  /** Batches of two writers, sealed together. */
  static SealedBatch sealed(SealedBatch one, SealedBatch other) {
    var spans = new HashMap<>(one.spans());
    spans.putAll(other.spans());
    return new SealedBatch(spans, one.counts().plus(other.counts()), Instant.EPOCH);
  }

  /** The vector of a ledger that knows this writer alone. */
  Applied applied(long seq) {
    return new Applied(Map.of(writer, mark(seq)));
  }

  static Applied applied(Author one, long seq, Author other, long otherSeq) {
    return new Applied(Map.of(one.writer, one.mark(seq), other.writer, other.mark(otherSeq)));
  }
}
