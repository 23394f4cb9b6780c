package io.clientele.http.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clientele.domain.event.EventPage;
import io.clientele.domain.event.EventPosition;
import io.clientele.http.exchange.stream.ServerSentEvents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventStreamWriterTest {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final EventPosition FIRST = EventPosition.of(1, 0);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final AtomicBoolean isCut = new AtomicBoolean();
  private long now;

  /** Waits in a write until it is closed, as a socket does whose reader takes nothing. */
  private static final class Blocked extends OutputStream {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public void write(int octet) throws IOException {
      try {
        closed.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      throw new IOException("closed");
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aReaderThatTakesNothingIsCut() {
    var blocked = new Blocked();
    var writer =
        new EventStreamWriter(
            new ServerSentEvents(blocked, blocked::close, Duration.ofMillis(50), System::nanoTime));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> writer.open(FIRST));
  }

  @Test
  void aHeartbeatIsSentAfterFifteenSecondsOfSilence() throws IOException {
    var writer = writer();
    now = HEARTBEAT.toNanos() - 1;
    writer.heartbeat(FIRST, HEARTBEAT);
    assertThat(out.size()).isZero();
    now++;
    writer.heartbeat(FIRST, HEARTBEAT);
    assertThat(out.toString()).isEqualTo(":\nid: 1024\n\n");
    out.reset();
    now += HEARTBEAT.toNanos();
    writer.heartbeat(FIRST, HEARTBEAT);
    assertThat(out.toString()).isEqualTo(":\n\n");
    assertThat(isCut).isFalse();
  }

  @Test
  void anEmptyPageWritesNothing() throws IOException {
    writer().page(new EventPage(List.of(), FIRST));
    assertThat(out.size()).isZero();
  }

  private EventStreamWriter writer() {
    return new EventStreamWriter(
        new ServerSentEvents(out, () -> isCut.set(true), Duration.ofSeconds(30), () -> now));
  }
}
