package io.clientele.infra.config;

import java.util.Optional;

/**
 * Where backups go, and the backup that the stack stands on.
 *
 * @param region the second region that has the backups and the secrets too; empty for none
 * @param restoredFrom the backup that the database server is created from; empty for a new database
 */
public record BackupSettings(Optional<String> region, Optional<RestoreSource> restoredFrom) {
  /** No second region, and a new database. */
  public static final BackupSettings NONE = new BackupSettings(Optional.empty(), Optional.empty());

  /** Reads the two settings. An empty text is absent. */
  public static BackupSettings of(String region, String restoreFrom) {
    return new BackupSettings(present(region), present(restoreFrom).map(RestoreSource::new));
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
