package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.load.PacedRequests;
import io.clientele.benchmark.load.SignInBurst;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/** Measures reads while a crowd signs in, and the times of refused sign-ins. */
public final class SignInsSection {
  private static final int CROWD = 1_000;
  private static final int CROWDS = Integer.getInteger("runs", 5) * 2;

  /** Crowds before the first that counts: the first ones find code that is not compiled yet. */
  private static final int WARM_UP = Integer.getInteger("warmup.crowds", 10);

  private static final int ROUNDS = 200;
  private static final String PASSWORD = "a password of some length";
  private static final String WRONG = "one that is wrong, as long";

  private final MeasuredService service;
  private final String active = UUID.randomUUID() + "@example.com";
  private final String disabled = UUID.randomUUID() + "@example.com";

  private SignInsSection(MeasuredService service) {
    this.service = service;
  }

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    var variables =
        new HashMap<>(MeasuredService.variables(servers.postgres().url(), servers.redis().url()));
    // The limits would send a crowd away before its passwords are looked at.
    variables.put("RATE_LIMIT_SIGN_IN_NAME", "1000000/PT1S");
    variables.put("RATE_LIMIT_SIGN_IN_STRANGERS", "1000000/PT1S");
    variables.put("RATE_LIMIT_SIGN_IN_ADDRESS", "1000000/PT1S");
    try (var service = servers.service(variables)) {
      service.secondsUntil(200, LoadConnection.request(1));
      var signIns = new SignInsSection(service);
      signIns.add(signIns.active, "active");
      signIns.add(signIns.disabled, "disabled");
      var table = new FigureTable("signins");
      signIns.crowds(table);
      signIns.refusals(table);
      return table;
    }
  }

  private void add(String email, String status) throws IOException {
    var body =
        """
        {"name":"x","email":"%s","password":"%s","roles":["auditor"],"status":"%s"}\
        """
            .formatted(email, PASSWORD, status);
    var answer = service.answer("POST /v1/operators", body);
    if (!answer.startsWith("HTTP/1.1 201")) {
      throw new IOException(answer);
    }
  }

  /** Idle and beside a crowd in turn, so that what else the machine does falls on both. */
  private void crowds(FigureTable table) throws Exception {
    var idle = new ArrayList<Double>();
    var beside = new ArrayList<Double>();
    var idleTails = new ArrayList<Double>();
    var tails = new ArrayList<Double>();
    var answered = new HashMap<String, Integer>();
    var spans = new ArrayList<Double>();
    for (var i = -WARM_UP; i < CROWDS; i++) {
      try (var reads = PacedRequests.reads(service.port())) {
        Thread.sleep(1_000);
        var quiet = reads.taken();
        var began = System.nanoTime();
        var statuses = crowd();
        if (i >= 0) {
          spans.add((System.nanoTime() - began) / 1e9);
          var loud = reads.taken();
          idleTails.add(p99(quiet));
          tails.add(p99(loud));
          idle.addAll(quiet);
          beside.addAll(loud);
          statuses.forEach(status -> answered.merge(status, 1, Integer::sum));
        }
      }
    }
    table.add("p99 of reads before a crowd", " ms", "", idleTails);
    table.add("p99 of reads while a crowd of 1,000 signs in", " ms", "", tails);
    var ratio = FigureTable.median(tails) / FigureTable.median(idleTails);
    table.add("… / before a crowd", "", "≤ 2", ratio);
    table.add("median of reads before a crowd", " ms", "", FigureTable.median(idle));
    table.add("… while a crowd signs in", " ms", "", FigureTable.median(beside));
    table.add("until the last of a crowd has its answer", " s", "", spans);
    answered.forEach((status, count) -> table.row("answered " + status, "" + count, "", ""));
  }

  private List<String> crowd() throws IOException {
    var request = MeasuredService.message("POST /v1/sessions", body(active, PASSWORD));
    return SignInBurst.statuses(service.port(), request, CROWD);
  }

  /** Each round tries all three, in an order that goes round. */
  private void refusals(FigureTable table) throws IOException {
    var tries =
        List.of(
            List.of(UUID.randomUUID() + "@example.com", WRONG),
            List.of(active, WRONG),
            List.of(disabled, PASSWORD));
    var took = List.of(new ArrayList<Double>(), new ArrayList<Double>(), new ArrayList<Double>());
    for (var round = -20; round < ROUNDS; round++) {
      for (var i = 0; i < tries.size(); i++) {
        var which = Math.floorMod(round + i, tries.size());
        var began = System.nanoTime();
        var status = signIn(tries.get(which).getFirst(), tries.get(which).getLast());
        if (!status.equals("401")) {
          throw new IOException("signing in was answered " + status);
        }
        if (round >= 0) {
          took.get(which).add((System.nanoTime() - began) / 1e6);
        }
      }
    }
    var medians = took.stream().map(FigureTable::median).toList();
    var names = List.of("unknown e-mail", "wrong password", "disabled, right password");
    for (var i = 0; i < names.size(); i++) {
      table.add("refused: " + names.get(i) + ", median of 200", " ms", "", medians.get(i));
    }
    var most = Collections.max(medians) / Collections.min(medians);
    table.add("slowest / fastest of these medians", "", "< 1.05", most);
  }

  private String signIn(String email, String password) {
    var answer = service.answer("POST /v1/sessions", body(email, password));
    return answer.length() < 12 ? "nothing" : answer.substring(9, 12);
  }

  private static String body(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password);
  }

  private static double p99(List<Double> millis) {
    return millis.stream().sorted().toList().get(millis.size() * 99 / 100);
  }
}
