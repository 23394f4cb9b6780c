package io.clientele.bootstrap.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A file that only its owner can read. */
final class PrivateFile {
  private static final int PASSWORD_BYTES = 24;

  private PrivateFile() {}

  /**
   * Writes the whole text or nothing: an incomplete file of keys would make the data unreadable.
   */
  static Path write(Path file, String text) throws IOException {
    var made = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".new");
    if (Files.getFileStore(made).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(made, text);
    return Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Returns the password that the file keeps; makes one if there is no file. */
  static String password(Path file) throws IOException {
    if (!Files.exists(file)) {
      write(file, newPassword());
    }
    return Files.readString(file).strip();
  }

  /** Returns 192 random bits as hexadecimal digits. */
  static String newPassword() {
    var bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
