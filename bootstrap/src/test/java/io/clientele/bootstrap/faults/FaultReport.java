package io.clientele.bootstrap.faults;

import com.sun.management.OperatingSystemMXBean;
import io.clientele.testbed.FileLocks;
import io.clientele.testbed.LongProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the page of fault figures. Runs with the profile long rewrite the page of the project;
 * other runs write one below target.
 */
final class FaultReport {
  private static final Path PAGE = Path.of("benchmark", "FAULTS.md");
  private static final Path FILE = LongProfile.IS_ACTIVE ? PAGE : Path.of("target", "FAULTS.md");

  private FaultReport() {}

  /** Replaces the row of the last run, and prints it. */
  static synchronized void put(String name, Object... figures) {
    var row = new ArrayList<>(List.of(name));
    for (var figure : figures) {
      row.add(figure instanceof Double number ? "%.1f".formatted(number) : figure.toString());
    }
    row.add(machine());
    var line = "| " + String.join(" | ", row) + " |";
    System.out.println(line);
    FileLocks.whileLocked("faults", () -> write("| " + name + " |", line));
  }

  private static Path write(String beginning, String line) {
    try {
      return rewrite(beginning, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path rewrite(String beginning, String line) throws IOException {
    if (!Files.exists(FILE)) {
      Files.createDirectories(FILE.toAbsolutePath().getParent());
      Files.copy(PAGE, FILE);
    }
    var lines = new ArrayList<>(Files.readAllLines(FILE));
    var old = lines.stream().filter(each -> each.startsWith(beginning)).findFirst();
    if (old.isPresent()) {
      lines.set(lines.indexOf(old.get()), line);
    } else {
      lines.add(line);
    }
    return Files.write(FILE, lines);
  }

  private static String machine() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%s run, %d cores, %d GiB, load %.1f, %s"
        .formatted(
            LongProfile.IS_ACTIVE ? "long" : "short",
            system.getAvailableProcessors(),
            system.getTotalMemorySize() >> 30,
            system.getSystemLoadAverage(),
            LocalDate.now(ZoneOffset.UTC));
  }
}
