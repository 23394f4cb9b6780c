package io.clientele.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The command line: names of sections, in the order in which they are to run; none means all. */
public final class Main {
  private static final List<String> ALL =
      List.of(
          "parts",
          "flush",
          "reads",
          "access",
          "telemetry",
          "signins",
          "refusals",
          "lists",
          "crowd",
          "starts");

  private Main() {}

  /** Ends with 1 if a section could not be measured; a figure that misses its goal is a figure. */
  public static void main(String[] arguments) throws Exception {
    var asked =
        List.of(arguments).stream().flatMap(words -> List.of(words.split("[ ,]+")).stream());
    var sections = asked.filter(word -> !word.isEmpty()).toList();
    System.exit(run(sections.isEmpty() ? ALL : sections) ? 0 : 1);
  }

  private static boolean run(List<String> sections) throws IOException {
    var place = Place.here();
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

  private static Table measured(String section, Place place) throws Exception {
    return switch (section) {
      case "parts" -> Parts.measure();
      case "reads" -> withServers(place, Reads::measure);
      case "access" -> withServers(place, Authentication::measure);
      case "telemetry" -> withServers(place, Telemetry::measure);
      case "signins" -> withServers(place, SignIns::measure);
      case "refusals" -> withServers(place, Refusals::measure);
      case "lists" -> withServers(place, Lists::measure);
      case "flush" -> withServers(place, Flushes::measure);
      case "crowd" -> withServers(place, Crowd::measure);
      case "starts" -> withServers(place, Starts::measure);
      default -> throw new IllegalArgumentException(section + " is none of " + ALL);
    };
  }

  private static Table withServers(Place place, Measuring measuring) throws Exception {
    try (var postgres = Postgres.start(place.work());
        var redis = RedisServer.start(Files.createTempDirectory(place.work(), "redis"))) {
      postgres.seed();
      return measuring.measure(new BenchmarkServers(place, postgres, redis));
    }
  }

  /** What a section does with running servers. */
  @FunctionalInterface
  private interface Measuring {
    Table measure(BenchmarkServers servers) throws Exception;
  }
}
