package io.clientele.benchmark.section;

import io.clientele.benchmark.load.LoadConnection;
import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.MeasuredService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lists of a million accounts as the dashboard asks for them, one after the other. */
public final class ListsSection {
  private static final int TRIES = Integer.getInteger("runs", 5) * 40;
  private static final int WARM_UP = TRIES / 4;
  private static final Pattern NEXT = Pattern.compile("\"nextCursor\":\"([^\"]+)\"");
  private static final List<Asked> ASKED =
      List.of(
          new Asked("newest first", "", false),
          new Asked("… scrolling on, page after page", "", true),
          new Asked("by name", "&sort=name", false),
          new Asked("… scrolling on", "&sort=name", true),
          new Asked("most viewed first, with live counts", "&sort=-views&include=views", false),
          new Asked("suspended, by name", "&status=suspended&sort=name", false),
          new Asked("with the total", "&include=total", false),
          new Asked("search: one of 143 names", "&q=grace%20hop", false),
          new Asked("search: one of 11 first names", "&q=grace", false),
          new Asked("… scrolling on", "&q=grace", true),
          new Asked(
              "search: one of 11, by name, with the total",
              "&q=grace&sort=name&include=total",
              false),
          new Asked("search: part of an e-mail", "&q=lace.77", false),
          new Asked("search: the first two letters", "&q=gr", false),
          new Asked("search: no match", "&q=zebra%20quagga", false));

  private final MeasuredService service;
  private String cursor = "";

  private ListsSection(MeasuredService service) {
    this.service = service;
  }

  /** A list, and whether each try asks for the page behind the one before. */
  private record Asked(String what, String query, boolean isScrolled) {}

  public static FigureTable measure(BenchmarkServers servers) throws Exception {
    try (var service = servers.service()) {
      service.secondsUntil(200, LoadConnection.request(1));
      var lists = new ListsSection(service);
      for (var asked : ASKED) {
        lists.millis(asked, WARM_UP);
      }
      var table = new FigureTable("lists");
      for (var asked : ASKED) {
        add(table, asked.what(), lists.millis(asked, TRIES));
      }
      return table;
    }
  }

  private static void add(FigureTable table, String what, List<Double> millis) {
    var sorted = millis.stream().sorted().toList();
    var p95 = sorted.get(sorted.size() * 95 / 100);
    var others =
        FigureTable.text(FigureTable.median(sorted))
            + " median, "
            + FigureTable.text(sorted.getLast());
    table.row(what, FigureTable.text(p95) + " ms", "≤ 100", others + " slowest");
  }

  private List<Double> millis(Asked asked, int tries) throws IOException {
    cursor = "";
    var millis = new ArrayList<Double>();
    for (var i = 0; i < tries; i++) {
      var began = System.nanoTime();
      var answer = service.answer("GET /v1/accounts?limit=50" + asked.query() + cursor);
      millis.add((System.nanoTime() - began) / 1e6);
      if (!answer.startsWith("HTTP/1.1 200")) {
        throw new IOException(asked + " was answered " + answer);
      }
      var next = NEXT.matcher(answer);
      cursor = asked.isScrolled() && next.find() ? "&cursor=" + next.group(1) : "";
    }
    return millis;
  }
}
