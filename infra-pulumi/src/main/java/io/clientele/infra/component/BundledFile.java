package io.clientele.infra.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads resource files of the jar that AWS receives unchanged. */
public final class BundledFile {
  private BundledFile() {}

  /**
   * Returns the text of a file in the package of {@code owner}.
   *
   * @throws IllegalStateException if the jar has no such file
   */
  public static String text(Class<?> owner, String name) {
    try (var file = owner.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
