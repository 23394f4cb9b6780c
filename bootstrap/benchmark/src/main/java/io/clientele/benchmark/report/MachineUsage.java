package io.clientele.benchmark.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The machine that figures come from, and what its processes have used of it. */
public final class MachineUsage {
  /** USER_HZ: the same on every Linux that Java runs on. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER_TIME = 11;

  private MachineUsage() {}

  static String describe() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%d cores, %d GiB, load %.1f when it ended, JDK %s"
        .formatted(
            system.getAvailableProcessors(),
            system.getTotalMemorySize() >> 30,
            system.getSystemLoadAverage(),
            Runtime.version().feature());
  }

  /** CPU seconds of a process, of those that descend from it, and of those it has buried. */
  public static double cpuSeconds(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToDouble(each -> ticks(each.pid(), 4) / TICKS_PER_SECOND)
        .sum();
  }

  /** CPU seconds of this process alone. */
  public static double ownCpuSeconds() {
    return ticks(ProcessHandle.current().pid(), 2) / TICKS_PER_SECOND;
  }

  /** CPU seconds of children of this process that have ended. */
  static double buriedCpuSeconds() {
    return (ticks(ProcessHandle.current().pid(), 4) - ticks(ProcessHandle.current().pid(), 2))
        / TICKS_PER_SECOND;
  }

  /** The most memory that a process ever held, in MiB. */
  public static double peakMebibytes(ProcessHandle process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
        .sum();
  }

  /** User and system time; with four fields, those of buried children too. */
  private static long ticks(long pid, int fields) {
    try {
      var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(words).skip(USER_TIME).limit(fields).mapToLong(Long::parseLong).sum();
    } catch (IOException gone) {
      return 0; // its parent has buried it, and counts it
    }
  }
}
