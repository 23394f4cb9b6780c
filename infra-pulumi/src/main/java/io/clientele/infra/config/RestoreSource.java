package io.clientele.infra.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The backup from which the database server is created.
 *
 * @param text {@code SNAPSHOT}, the identifier or the ARN of a snapshot; or {@code BACKUPS@TIME},
 *     an instance or the ARN of its automated backups and an instant in UTC
 */
public record RestoreSource(String text) {
  private static final Pattern SNAPSHOT = Pattern.compile("[A-Za-z][A-Za-z0-9:/-]{0,254}");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

  public RestoreSource {
    var errors = new ConfigErrors();
    var parts = text.split("@", -1);
    errors.require(
        SNAPSHOT.matcher(parts[0]).matches()
            && (parts.length == 1 || parts.length == 2 && TIME.matcher(parts[1]).matches()),
        "restoreFrom",
        "must be a snapshot, or INSTANCE@2026-01-31T12:00:00Z");
    errors.throwIfAny();
  }

  /** The snapshot; empty if the source is a point in time. */
  public Optional<String> snapshot() {
    return text.contains("@") ? Optional.empty() : Optional.of(text);
  }

  /** The instance or the automated backups; to be used only if there is no snapshot. */
  public String backups() {
    return text.substring(0, text.indexOf('@'));
  }

  /** The instant in UTC; to be used only if there is no snapshot. */
  public String time() {
    return text.substring(text.indexOf('@') + 1);
  }

  /**
   * Names the server that is created from this source: eight hexadecimal digits of a digest of the
   * source. AWS does not allow two servers of one name, and the old one stays until it is removed.
   */
  public String serverSuffix() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
