package io.clientele.bootstrap.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.apikit.fuzz.HostileImports;
import io.clientele.apikit.fuzz.HostileRequest;
import io.clientele.apikit.fuzz.HostileRequests;
import io.clientele.testbed.service.ServiceCluster;
import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service with 256 MiB of heap, which ends where memory runs out. */
class HostileRequestsIT {
  private static final int AT_ONCE = 16;
  private static final int ANSWER_MAX = 64 * 1024 + 2048;
  private static final List<String> ROUTES =
      List.of(
          "POST /v1/accounts",
          "PATCH /v1/accounts/%s",
          "POST /v1/accounts/%s/suspension",
          "POST /v1/accounts/import",
          "POST /v1/sessions",
          "POST /v1/sessions/refresh",
          "POST /v1/operators",
          "POST /v1/api-keys");

  @Test
  void noHostileBodyEndsTheProcess(@TempDir Path folder) throws Exception {
    try (var stage = ServiceCluster.set(folder, 1, Map.of())) {
      var service = stage.instance(0);
      var id = service.open("Ada");
      for (var route : ROUTES) {
        var parts = route.formatted(id).split(" ");
        for (var body : HostileRequests.bodies()) {
          send(service, body.to(parts[0], parts[1]));
        }
      }
      for (var imports : HostileImports.worst()) {
        send(service, imports);
      }
      assertThat(service.handle().isAlive()).isTrue();
      assertThat(service.get("/v1/accounts/" + id).statusCode()).isEqualTo(200);
      assertThat(service.output()).doesNotContain("answered 500");
    }
  }

  private static void send(ServiceProcess service, HostileRequest request) throws Exception {
    var bytes = request.bytes(service.bearer());
    var calls = new ArrayList<Callable<String>>();
    for (var i = 0; i < AT_ONCE; i++) {
      calls.add(() -> answer(service.port(), bytes));
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        var answer = call.get();
        assertThat(answer.split(" ", 3)[1])
            .as(request.method() + " " + request.target() + ": " + request)
            .isNotEqualTo("500");
        if (!answer.startsWith("HTTP/1.1 200")) {
          assertThat(answer.length()).isLessThan(ANSWER_MAX);
        }
      }
    }
  }

  private static String answer(int port, byte[] request) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
