package io.clientele.http.event;

import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.http.exchange.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Writes pages of the feed as Server-Sent Events. A page that the reader does not take in time cuts
 * the connection; the next page is read only when the last is taken, so a slow reader costs the
 * memory of one page. Used by one thread.
 */
final class EventStreamWriter {
  private final OutputStream out;
  private final Runnable cut;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private long writtenNanos;

  /** The last position that was sent to the reader; may be later than the last event. */
  private EventPosition sentUpTo = EventPosition.START;

  /**
   * Writes to a reader.
   *
   * @param cut closes the connection, so that a write that waits for the reader fails
   * @param patience the longest time of one write
   */
  EventStreamWriter(OutputStream out, Runnable cut, Duration patience, LongSupplier nanoTime) {
    this.out = out;
    this.cut = cut;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.writtenNanos = nanoTime.getAsLong();
  }

  /** Writes the events of a page, if there are any. */
  void page(EventPage page) throws IOException {
    if (page.events().isEmpty()) {
      return;
    }
    var bytes = new ByteArrayOutputStream();
    for (var event : page.events()) {
      bytes.writeBytes(ascii("id: " + event.position() + "\ndata: "));
      bytes.writeBytes(JsonWriter.write(json -> EventJson.write(json, event)));
      bytes.writeBytes(ascii("\n\n"));
      sentUpTo = event.position();
    }
    write(bytes.toByteArray());
  }

  /**
   * Writes a comment if nothing was written for a while. If the feed has advanced without a
   * selected event, sends the new position, so that a reconnecting reader need not repeat the
   * search.
   */
  void heartbeat(EventPosition next, Duration every) throws IOException {
    if (nanoTime.getAsLong() - writtenNanos >= every.toNanos()) {
      open(next);
    }
  }

  /** Writes a comment and the position of the reader. */
  void open(EventPosition next) throws IOException {
    var hasMoved = next.compareTo(sentUpTo) > 0;
    sentUpTo = hasMoved ? next : sentUpTo;
    write(ascii(hasMoved ? ":\nid: " + next + "\n\n" : ":\n\n"));
  }

  private void write(byte[] bytes) throws IOException {
    var written = new CompletableFuture<Void>();
    var _ =
        written
            .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete(
                (done, late) -> {
                  if (late instanceof TimeoutException) {
                    cut.run();
                  }
                });
    try {
      out.write(bytes);
      out.flush();
    } finally {
      written.complete(null);
      writtenNanos = nanoTime.getAsLong();
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
