package io.clientele.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.clientele.apikit.fuzz.HostileRequest;
import io.clientele.apikit.fuzz.HostileRequests;
import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryIdentity;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What it costs to refuse a request is bounded by the size of the request. */
class RejectionCostTest {
  private static final int RATIO_MAX = 20;

  /** What any request costs, the smallest too: the server's own buffers and the answer. */
  private static final int BASE_BYTES = 96 * 1024;

  private static final int REQUESTS = 20;
  private static final int ANSWER_MAX = 64 * 1024 + 2048;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static InMemoryServer service;
  private static String id;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    id = new TestClient(service.port()).open("Ada").toString();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  static List<HostileRequest> worst() {
    var all = new ArrayList<>(HostileRequests.worst());
    HostileRequests.bodies().forEach(body -> all.add(body.to("PATCH", "/v1/accounts/" + id)));
    HostileRequests.bodies().forEach(body -> all.add(body.to("POST", "/v1/sessions")));
    return all;
  }

  @ParameterizedTest
  @MethodSource("worst")
  void aRefusalAllocatesAtMostTwentyTimesItsRequest(HostileRequest request) throws IOException {
    var bytes = request.bytes(InMemoryIdentity.ADMIN_BEARER);
    refusals(bytes);
    var before = THREADS.getTotalThreadAllocatedBytes();
    refusals(bytes);
    var each = (THREADS.getTotalThreadAllocatedBytes() - before) / REQUESTS;
    assertThat(each).isLessThanOrEqualTo((long) RATIO_MAX * bytes.length + BASE_BYTES);
  }

  @Test
  void twentyKindsOfRefusalsAreMeasured() {
    assertThat(HostileRequests.worst()).hasSize(20);
  }

  private static void refusals(byte[] request) throws IOException {
    var answer = new byte[ANSWER_MAX];
    for (var i = 0; i < REQUESTS; i++) {
      try (var socket = new Socket("127.0.0.1", service.port())) {
        socket.setSoTimeout(10_000);
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        var read = socket.getInputStream().readNBytes(answer, 0, answer.length);
        assertThat(answer[9]).as("its status is 4xx").isEqualTo((byte) '4');
        assertThat(read).isLessThan(answer.length);
      }
    }
  }
}
