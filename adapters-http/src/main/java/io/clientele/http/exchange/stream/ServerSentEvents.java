package io.clientele.http.exchange.stream;

import io.clientele.http.exchange.Responses;
import io.javalin.http.Context;
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
 * Writes Server-Sent Events to one client. A write that the client does not take in time cuts the
 * connection, so a slow client costs the memory of one write. Used by one thread.
 */
public final class ServerSentEvents {
  public static final String MEDIA_TYPE = "text/event-stream";

  /** nginx keeps a response until a buffer is full, unless this header forbids it. */
  private static final String UNBUFFERED = "X-Accel-Buffering";

  /** The longest time that a client may take for one write, which has less than 1 MiB. */
  private static final Duration WRITE_MAX = Duration.ofSeconds(30);

  private static final byte[] COMMENT = ascii(":\n\n");

  private final OutputStream out;
  private final Runnable cut;
  private final Duration patience;
  private final LongSupplier nanoTime;
  private long writtenNanos;

  /**
   * Writes to a client.
   *
   * @param cut closes the connection, so that a write that waits for the client fails
   * @param patience the longest time of one write
   */
  public ServerSentEvents(
      OutputStream out, Runnable cut, Duration patience, LongSupplier nanoTime) {
    this.out = out;
    this.cut = cut;
    this.patience = patience;
    this.nanoTime = nanoTime;
    this.writtenNanos = nanoTime.getAsLong();
  }

  /**
   * Begins the response: sets its headers and gives up the place of the request in the limit of
   * requests that work at once.
   */
  public static ServerSentEvents begin(Context http) throws IOException {
    Responses.streaming(http);
    http.res().setContentType(null); // else Jetty adds a charset
    http.res().setContentType(MEDIA_TYPE);
    http.res().setHeader(UNBUFFERED, "no");
    var out = http.res().getOutputStream();
    return new ServerSentEvents(out, () -> Responses.cut(http), WRITE_MAX, System::nanoTime);
  }

  /** Writes an event with this data, which has no line ends. */
  public void event(String id, byte[] data) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ascii("id: " + id + "\ndata: "));
    bytes.writeBytes(data);
    bytes.writeBytes(ascii("\n\n"));
    write(bytes.toByteArray());
  }

  /** Writes a comment, which shows that the stream is alive. */
  public void comment() throws IOException {
    write(COMMENT);
  }

  /** Whether nothing was written for this time. */
  public boolean isSilentFor(Duration time) {
    return nanoTime.getAsLong() - writtenNanos >= time.toNanos();
  }

  /** Writes bytes that are in the format of Server-Sent Events. */
  public void write(byte[] bytes) throws IOException {
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
