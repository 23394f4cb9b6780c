package io.clientele.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/**
 * Pins the service to one core and its callers to the others until this is closed. On shared cores
 * each would take CPU time from the other.
 */
public final class CpuAffinity implements AutoCloseable {
  private static final ProcessHandle SELF = ProcessHandle.current();
  private final long all;

  private CpuAffinity(long all) {
    this.all = all;
  }

  /** Processes and threads that they start later stay with them. */
  public static CpuAffinity apart(Stream<ProcessHandle> served) throws IOException {
    var told = taskset("--pid", "" + SELF.pid());
    var all = Long.parseUnsignedLong(told.substring(told.lastIndexOf(' ') + 1).strip(), 16);
    var first = Long.lowestOneBit(all);
    if (all == first) {
      throw new IllegalStateException("Who asks and who serves need a core each: there is one.");
    }
    var cores = new CpuAffinity(all);
    served.forEach(each -> move(each, first));
    move(SELF, all & ~first);
    return cores;
  }

  @Override
  public void close() {
    move(SELF, all);
  }

  private static void move(ProcessHandle process, long cores) {
    try {
      taskset("--all-tasks", "--pid", Long.toHexString(cores), "" + process.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String taskset(String... words) throws IOException {
    var command = Stream.concat(Stream.of("taskset"), Stream.of(words)).toList();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var told = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException(told);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return told;
  }
}
