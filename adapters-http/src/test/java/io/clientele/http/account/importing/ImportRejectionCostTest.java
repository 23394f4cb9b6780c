package io.clientele.http.account.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.clientele.apikit.fuzz.HostileImports;
import io.clientele.apikit.fuzz.HostileRequest;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What it costs to refuse an import is bounded by its size, by that of the answer, which has a row
 * for each line, and by a fixed cost of a request and of a line.
 */
class ImportRejectionCostTest {
  private static final int RATIO_MAX = 20;
  private static final int BASE_BYTES = 96 * 1024;
  private static final int LINE_BYTES = 4 * 1024;
  private static final int ANSWER_MAX = 4 * 1024 * 1024;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static InMemoryServer service;
  private static final byte[] ANSWER = new byte[ANSWER_MAX];

  @BeforeAll
  static void start() throws IOException {
    service = new InMemoryServer();
    send(HostileImports.worst().getFirst().bytes(InMemoryIdentity.ADMIN_BEARER));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<HostileRequest> worst() {
    return HostileImports.worst();
  }

  @ParameterizedTest
  @MethodSource("worst")
  void aRefusedImportAllocatesAtMostTwentyTimesItsSize(HostileRequest hostile) throws IOException {
    var bytes = hostile.bytes(InMemoryIdentity.ADMIN_BEARER);
    var before = THREADS.getTotalThreadAllocatedBytes();
    var answered = send(bytes);
    var allocated = THREADS.getTotalThreadAllocatedBytes() - before;
    var lines = HostileImports.lines(hostile);
    assertThat(allocated)
        .isLessThanOrEqualTo(
            (long) RATIO_MAX * (bytes.length + answered) + BASE_BYTES + LINE_BYTES * lines);
  }

  private static int send(byte[] request) throws IOException {
    try (var socket = new Socket("127.0.0.1", service.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      var size = socket.getInputStream().readNBytes(ANSWER, 0, ANSWER.length);
      assertThat(new String(ANSWER, 9, 3)).as("its status").isIn("200", "400", "413");
      assertThat(new String(ANSWER, 0, size)).doesNotContain("\"status\":201");
      return size;
    }
  }
}
