package io.clientele.bootstrap.faults;

import io.clientele.testbed.service.ServiceProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Measures the live heap of a process after a garbage collection. */
final class LiveHeap {
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  private LiveHeap() {}

  static long mebibytes(ServiceProcess service) throws IOException, InterruptedException {
    var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    var process =
        new ProcessBuilder(jcmd, "" + service.handle().pid(), "GC.class_histogram").start();
    var told = TOTAL.matcher(new String(process.getInputStream().readAllBytes()));
    process.waitFor();
    if (!told.find()) {
      throw new IOException("jcmd does not tell");
    }
    return Long.parseLong(told.group(1)) >> 20;
  }
}
