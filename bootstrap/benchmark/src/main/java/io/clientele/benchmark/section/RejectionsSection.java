package io.clientele.benchmark.section;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.clientele.apikit.fuzz.HostileImports;
import io.clientele.apikit.fuzz.HostileRequest;
import io.clientele.apikit.fuzz.HostileRequests;
import io.clientele.benchmark.load.KeptConnection;
import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.report.MachineUsage;
import io.clientele.benchmark.server.AdminToken;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What it costs to refuse the worst requests: memory and CPU of the service for each. */
public final class RejectionsSection {
  private static final int WARM_UP = 3_000;
  private static final int REQUESTS = 300;
  private static final int IMPORTS = 5;
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final double KIB = 1024;
  private static final String GOAL = "≤ 20";

  private final MeasuredService service;
  private final ThreadMXBean threads;

  private RejectionsSection(MeasuredService service, ThreadMXBean threads) {
    this.service = service;
    this.threads = threads;
  }

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var variables =
        new HashMap<>(MeasuredService.variables(servers.postgres().url(), servers.redis().url()));
    variables.put("RATE_LIMITS", "off");
    try (var service = servers.service(variables)) {
      service.secondsUntil(200, LoadConnection.request(1));
      try (var connector = connected(service)) {
        var threads =
            ManagementFactory.newPlatformMXBeanProxy(
                connector.getMBeanServerConnection(),
                ManagementFactory.THREAD_MXBEAN_NAME,
                ThreadMXBean.class);
        return new RejectionsSection(service, threads).table();
      }
    }
  }

  /** The service is a child process of this one and its address comes from the kernel. */
  @SuppressWarnings("BanJNDI")
  private static JMXConnector connected(MeasuredService service)
      throws AttachNotSupportedException, IOException {
    var machine = VirtualMachine.attach(Long.toString(service.handle().pid()));
    try {
      return JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
    } finally {
      machine.detach();
    }
  }

  private FigureTable table() throws IOException {
    var table = new FigureTable("refusals");
    var smallest = new HostileRequest("no such path, the smallest", "GET", "/v1/x", "", "");
    add(smallest, "", table);
    for (var request : HostileRequests.worst()) {
      add(request, GOAL, table);
    }
    for (var hostile : HostileImports.worst()) {
      addImport(hostile, table);
    }
    return table;
  }

  /** An import has a row in the answer for each line, so the answer counts as part of its size. */
  private void addImport(HostileRequest hostile, FigureTable table) throws IOException {
    var bytes = hostile.bytes(AdminToken.token());
    var size = bytes.length + (double) send(bytes, IMPORTS);
    var ratios = new ArrayList<Double>();
    for (var run = 0; run < RUNS; run++) {
      ratios.add(allocated(IMPORTS, () -> send(bytes, IMPORTS)) / size);
    }
    table.add(
        "import, %s: allocated / (request + answer) of %s KiB, with %d lines"
            .formatted(hostile.name(), FigureTable.text(size / KIB), HostileImports.lines(hostile)),
        "",
        "",
        ratios);
  }

  private void add(HostileRequest request, String goal, FigureTable table) throws IOException {
    var bytes = request.bytes(AdminToken.token());
    var answer = send(bytes, WARM_UP);
    var ratios = new ArrayList<Double>();
    var kept = new ArrayList<Double>();
    var micros = new ArrayList<Double>();
    for (var run = 0; run < RUNS; run++) {
      var cpu = MachineUsage.cpuSeconds(service.handle());
      ratios.add(allocated(REQUESTS, () -> send(bytes, REQUESTS)) / bytes.length);
      micros.add((MachineUsage.cpuSeconds(service.handle()) - cpu) / REQUESTS * 1e6);
      kept.add(allocated(REQUESTS, () -> keep(bytes)) / KIB);
    }
    var keptRatio = FigureTable.median(kept) * KIB / bytes.length;
    var sizes =
        "request %s KiB, answer %s KiB"
            .formatted(FigureTable.text(bytes.length / KIB), FigureTable.text(answer / KIB));
    table.add(request.name() + ": allocated / size", "", goal, ratios);
    table.add("… on a kept connection: allocated / size", "", goal, keptRatio);
    table.add("… on a kept connection: allocated", " KiB", "", kept);
    table.add("… CPU, " + sizes, " µs", "", micros);
  }

  /** What the service allocates for each of so many requests, in bytes. */
  private double allocated(int requests, Sending sending) throws IOException {
    var before = threads.getTotalThreadAllocatedBytes();
    sending.send();
    return (threads.getTotalThreadAllocatedBytes() - before) / (double) requests;
  }

  /** Sends the request again and again on one connection, as long as the service keeps it. */
  private void keep(byte[] request) throws IOException {
    for (var sent = 0; sent < REQUESTS; ) {
      try (var connection = new KeptConnection(service.port())) {
        for (var isOpen = true; isOpen && sent < REQUESTS; sent++) {
          isOpen = connection.isKeptAfter(request);
        }
      }
    }
  }

  /** What sends the requests that are measured. */
  @FunctionalInterface
  private interface Sending {
    void send() throws IOException;
  }

  /** Whether nothing is stored: the status tells, or each row of an import. */
  private static boolean isRefusal(String answer) {
    return answer.startsWith("HTTP/1.1 4")
        || answer.contains("application/x-ndjson") && !answer.contains("\"status\":201");
  }

  /** The size of the last answer. */
  private int send(byte[] request, int times) throws IOException {
    var size = 0;
    for (var i = 0; i < times; i++) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
        socket.getOutputStream().write(request);
        socket.shutdownOutput();
        var answer = socket.getInputStream().readAllBytes();
        if (!isRefusal(new String(answer, UTF_8))) {
          throw new IOException("not refused: " + new String(answer, UTF_8));
        }
        size = answer.length;
      }
    }
    return size;
  }
}
