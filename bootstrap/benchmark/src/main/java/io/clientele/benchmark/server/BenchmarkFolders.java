package io.clientele.benchmark.server;

import io.clientele.benchmark.report.BenchmarkReadme;
import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where things are, told by where this program's jar lies.
 *
 * @param module the folder of this module
 */
public record BenchmarkFolders(Path module) {
  public static BenchmarkFolders here() {
    try {
      var source =
          BenchmarkFolders.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new BenchmarkFolders(Path.of(source).toAbsolutePath().resolve("../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The service as it is delivered; another one by {@code -Dservice.jar}. */
  Path serviceJar() {
    var other = System.getProperty("service.jar");
    return other == null
        ? module.resolveSibling("target").resolve("clientele.jar")
        : Path.of(other).toAbsolutePath();
  }

  /** Servers and their data: a million accounts stay here for the next run. */
  public Path work() {
    return module.resolve("target").resolve("servers");
  }

  public BenchmarkReadme readme() {
    return new BenchmarkReadme(module.resolve("README.md"));
  }
}
