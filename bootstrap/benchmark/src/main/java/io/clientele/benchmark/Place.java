package io.clientele.benchmark;

import java.net.URISyntaxException;
import java.nio.file.Path;

/**
 * Where things are, told by where this program's jar lies.
 *
 * @param module the folder of this module
 */
record Place(Path module) {
  static Place here() {
    try {
      var source = Place.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return new Place(Path.of(source).toAbsolutePath().resolve("../..").normalize());
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
  Path work() {
    return module.resolve("target").resolve("servers");
  }

  Readme readme() {
    return new Readme(module.resolve("README.md"));
  }
}
