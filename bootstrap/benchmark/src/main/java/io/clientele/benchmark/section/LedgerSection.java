package io.clientele.benchmark.section;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.clientele.benchmark.load.KeptConnection;
import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.MeasuredRequests;
import io.clientele.benchmark.load.MeasuredRequests.Run;
import io.clientele.benchmark.load.TimedRequests;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.AdminToken;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import io.clientele.benchmark.server.Pgbench;
import io.clientele.benchmark.server.TransferPockets;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Transfers over HTTP, in turn with a transaction that updates two rows and inserts a third: first
 * between any pockets, then nine of ten out of one pocket, then all into a pocket of the house.
 */
public final class LedgerSection {
  private static final int CONNECTIONS = Integer.getInteger("connections", 64);
  private static final int RUNS = Integer.getInteger("runs", 5);
  private static final int RUN_SECONDS = Integer.getInteger("seconds", 10);
  private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("warmup", 30));
  private static final Duration RUN = Duration.ofSeconds(RUN_SECONDS);

  private static final int PACED_PER_SECOND = 500;
  private static final int PACED_CONNECTIONS = 16;
  private static final int BATCHES = 100;
  private static final int TRANSFERS_OF_A_BATCH = 200;
  private static final int ASSETS = 100;
  private static final int PORTFOLIOS = 200;

  private final BenchmarkServers servers;
  private final MeasuredService service;
  private final MeasuredRequests load;
  private final TransferPockets pockets;

  private LedgerSection(BenchmarkServers servers, MeasuredService service) throws IOException {
    this.servers = servers;
    this.service = service;
    this.load = new MeasuredRequests(servers, service, CONNECTIONS);
    this.pockets = TransferPockets.open(service);
  }

  /** The runs of one kind, and those of the plain transaction beside them. */
  private record Compared(List<Run> ours, List<Double> plain) {
    Compared() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void tell(FigureTable table, String what, String goal) {
      var rates = ours.stream().map(Run::perSecond).toList();
      table.add(what + ": transfers a second", "", goal, rates);
      if (!plain.isEmpty()) {
        table.add("… plain transactions a second", "", "", plain);
        var ratio = FigureTable.median(rates) / FigureTable.median(plain);
        table.add("… transfers / plain", "", "", ratio);
      }
      table.add("… p50", " ms", "", ours.stream().map(Run::p50).toList());
      table.add("… p99", " ms", "", ours.stream().map(Run::p99).toList());
      table.add(
          "… CPU s of all for 10,000", "", "", ours.stream().map(Run::cpuForTenThousand).toList());
      table.add("… failed", "", "0", ours.stream().mapToInt(run -> run.load().failed()).sum());
    }
  }

  /** Measures all. */
  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    servers.postgres().runScript("plain.sql");
    var variables = MeasuredService.variables(servers.postgres().url(), servers.redis().url());
    variables.put("RATE_LIMIT_BATCHED_TRANSFERS", "1000000/PT1S");
    try (var service = servers.service(variables)) {
      service.secondsUntil(200, LoadConnection.request(1));
      return new LedgerSection(servers, service).measure();
    }
  }

  private FigureTable measure() throws IOException, InterruptedException, SQLException {
    load.run(requests(pockets::spread), WARM_UP);
    var spread = new Compared();
    var hot = new Compared();
    var house = new Compared();
    for (var i = 0; i < RUNS; i++) {
      spread.ours().add(load.run(requests(pockets::spread), RUN));
      spread.plain().add(plain(0));
      hot.ours().add(load.run(requests(pockets::hot), RUN));
      hot.plain().add(plain(90));
      house.ours().add(load.run(requests(pockets::intoHouse), RUN));
    }
    var table = new FigureTable("ledger");
    spread.tell(table, "any pockets", "≥ 6000");
    hot.tell(table, "90 % out of one pocket", "as many");
    house.tell(table, "all into one pocket of the house", "as many");
    table.add("WAL of a transfer in batches of 200", " bytes", "≤ 1200", walOfBatches());
    var paced =
        TimedRequests.paced(
            service.port(),
            PACED_PER_SECOND,
            PACED_CONNECTIONS,
            RUN.multipliedBy(2),
            requests(pockets::spread));
    table.add("500 a second at fixed times: p50", " ms", "", percentile(paced, 0.5));
    table.add("… p99", " ms", "≤ 20", percentile(paced, 0.99));
    table.add("portfolio of 100 assets over HTTP, median", " ms", "≤ 5", portfolio());
    return table;
  }

  private static Supplier<String> requests(Supplier<String> transfers) {
    var bearer = AdminToken.line();
    return () ->
        TimedRequests.message(
            "PUT /v1/transfers/" + UUID.randomUUID(), bearer, "{" + transfers.get() + "}");
  }

  /** The plain transaction; so many of a hundred take from one row. */
  private double plain(int hot) throws IOException, InterruptedException, SQLException {
    var rate = Pgbench.transfers(servers.postgres(), servers.place().work(), hot).run(RUN_SECONDS);
    servers.postgres().settle();
    return rate;
  }

  /**
   * Bytes for each transfer, without full-page images: no checkpoint has been since the warm-up.
   */
  private double walOfBatches() throws IOException, SQLException {
    postBatches();
    var before = written();
    postBatches();
    return (written() - before) / (BATCHES * TRANSFERS_OF_A_BATCH);
  }

  private void postBatches() throws IOException {
    for (var i = 0; i < BATCHES; i++) {
      var transfers =
          Stream.generate(() -> "{\"id\":\"" + UUID.randomUUID() + "\"," + pockets.spread() + "}")
              .limit(TRANSFERS_OF_A_BATCH)
              .collect(Collectors.joining(","));
      var body = "{\"transfers\":[" + transfers + "]}";
      TransferPockets.answer(service, "POST /v1/transfer-batches", body);
    }
  }

  private double written() throws SQLException {
    return servers.postgres().number("SELECT pg_current_wal_lsn() - '0/0'::pg_lsn");
  }

  /** The middle of the times that an account's portfolio takes, each on a kept connection. */
  private double portfolio() throws IOException {
    var account = TransferPockets.account(TransferPockets.ACCOUNTS + 1);
    for (var i = 0; i < ASSETS; i++) {
      var asset = TransferPockets.newAsset();
      TransferPockets.define(service, asset);
      var body =
          "{\"asset\":\"" + asset + "\",\"name\":\"" + asset.toLowerCase(Locale.ROOT) + "\"}";
      TransferPockets.answer(service, "POST /v1/accounts" + account + "/pockets", body);
    }
    var line = "GET /v1/accounts" + account + "/portfolio?quote=" + pockets.asset();
    TransferPockets.answer(service, line, "");
    var request =
        MeasuredService.message(line, "").replace("Connection: close\r\n", "").getBytes(US_ASCII);
    var millis = new ArrayList<Double>();
    try (var connection = new KeptConnection(service.port())) {
      for (var i = 0; i < PORTFOLIOS; i++) {
        var began = System.nanoTime();
        connection.isKeptAfter(request);
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    return FigureTable.median(millis);
  }

  private static double percentile(List<Double> millis, double part) {
    var sorted = millis.stream().sorted().toList();
    return sorted.get((int) (sorted.size() * part));
  }
}
