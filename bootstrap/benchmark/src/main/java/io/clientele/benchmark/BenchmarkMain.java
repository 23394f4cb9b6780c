package io.clientele.benchmark;

import io.clientele.benchmark.report.FigureTable;
import io.clientele.benchmark.section.AuthenticationSection;
import io.clientele.benchmark.section.ConnectionsSection;
import io.clientele.benchmark.section.FlushSection;
import io.clientele.benchmark.section.FlushWaysSection;
import io.clientele.benchmark.section.LedgerSection;
import io.clientele.benchmark.section.ListsSection;
import io.clientele.benchmark.section.MicrobenchmarksSection;
import io.clientele.benchmark.section.OrdersSection;
import io.clientele.benchmark.section.PeerSection;
import io.clientele.benchmark.section.ReadsSection;
import io.clientele.benchmark.section.RejectionsSection;
import io.clientele.benchmark.section.SignInsSection;
import io.clientele.benchmark.section.StartupSection;
import io.clientele.benchmark.section.TelemetrySection;
import io.clientele.benchmark.server.BenchmarkFolders;
import io.clientele.benchmark.server.BenchmarkRedis;
import io.clientele.benchmark.server.BenchmarkServers;
import io.clientele.benchmark.server.SeededPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The command line: names of sections, in the order in which they are to run; none means all. */
public final class BenchmarkMain {
  private static final List<String> ALL =
      List.of(
          "parts",
          "flush",
          "ways",
          "reads",
          "peer",
          "access",
          "telemetry",
          "signins",
          "refusals",
          "lists",
          "crowd",
          "ledger",
          "orders",
          "starts");

  private BenchmarkMain() {}

  /** Ends with 1 if a section could not be measured; a figure that misses its goal is a figure. */
  public static void main(String[] arguments) throws Exception {
    var asked =
        List.of(arguments).stream().flatMap(words -> List.of(words.split("[ ,]+")).stream());
    var sections = asked.filter(word -> !word.isEmpty()).toList();
    System.exit(run(sections.isEmpty() ? ALL : sections) ? 0 : 1);
  }

  private static boolean run(List<String> sections) throws IOException {
    var place = BenchmarkFolders.here();
    Files.createDirectories(place.work());
    var isComplete = true;
    for (var section : sections) {
      System.out.println("\n" + section);
      try {
        place.readme().replace(section, measured(section, place));
      } catch (Exception | LinkageError e) {
        isComplete = false;
        e.printStackTrace();
      }
    }
    return isComplete;
  }

  private static FigureTable measured(String section, BenchmarkFolders place) throws Exception {
    return switch (section) {
      case "parts" -> MicrobenchmarksSection.measure();
      case "reads" -> withServers(place, ReadsSection::measure);
      case "peer" -> withServers(place, PeerSection::measure);
      case "access" -> withServers(place, AuthenticationSection::measure);
      case "telemetry" -> withServers(place, TelemetrySection::measure);
      case "signins" -> withServers(place, SignInsSection::measure);
      case "refusals" -> withServers(place, RejectionsSection::measure);
      case "lists" -> withServers(place, ListsSection::measure);
      case "flush" -> withServers(place, FlushSection::measure);
      case "ways" -> withServers(place, FlushWaysSection::measure);
      case "crowd" -> withServers(place, ConnectionsSection::measure);
      case "ledger" -> withServers(place, LedgerSection::measure);
      case "orders" -> withServers(place, OrdersSection::measure);
      case "starts" -> withServers(place, StartupSection::measure);
      default -> throw new IllegalArgumentException(section + " is none of " + ALL);
    };
  }

  private static FigureTable withServers(BenchmarkFolders place, Measurement measuring)
      throws Exception {
    try (var postgres = SeededPostgres.start(place.work());
        var redis = BenchmarkRedis.start(Files.createTempDirectory(place.work(), "redis"))) {
      postgres.seed();
      return measuring.measure(new BenchmarkServers(place, postgres, redis));
    }
  }

  /** What a section does with running servers. */
  @FunctionalInterface
  private interface Measurement {
    FigureTable measure(BenchmarkServers servers) throws Exception;
  }
}
