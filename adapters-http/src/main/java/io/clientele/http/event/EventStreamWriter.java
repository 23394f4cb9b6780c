package io.clientele.http.event;

import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.stream.ServerSentEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Writes pages of the feed as Server-Sent Events. The next page is read only when the last is
 * taken. Used by one thread.
 */
final class EventStreamWriter {
  private final ServerSentEvents out;

  /** The last position that was sent to the reader; may be later than the last event. */
  private EventPosition sentUpTo = EventPosition.START;

  EventStreamWriter(ServerSentEvents out) {
    this.out = out;
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
    out.write(bytes.toByteArray());
  }

  /**
   * Writes a comment if nothing was written for a while. If the feed has advanced without a
   * selected event, sends the new position, so that a reconnecting reader need not repeat the
   * search.
   */
  void heartbeat(EventPosition next, Duration every) throws IOException {
    if (out.isSilentFor(every)) {
      open(next);
    }
  }

  /** Writes a comment and the position of the reader. */
  void open(EventPosition next) throws IOException {
    var hasMoved = next.compareTo(sentUpTo) > 0;
    sentUpTo = hasMoved ? next : sentUpTo;
    out.write(ascii(hasMoved ? ":\nid: " + next + "\n\n" : ":\n\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
