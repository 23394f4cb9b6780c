package io.clientele.bootstrap.embedded;

import io.clientele.bootstrap.lifecycle.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for the data and programs of the embedded servers. */
final class DataFolder {
  private DataFolder() {}

  /**
   * Returns the folder of this name, created if it does not exist.
   *
   * @throws StartupFailure if it cannot be created
   */
  static Path in(Path parent, String name) {
    try {
      return Files.createDirectories(parent.resolve(name));
    } catch (IOException e) {
      throw new StartupFailure("cannot create the folder " + parent.resolve(name), e);
    }
  }
}
