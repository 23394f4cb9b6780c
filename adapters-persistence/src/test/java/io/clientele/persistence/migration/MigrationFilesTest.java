package io.clientele.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MigrationFilesTest {
  /** A context, the UTC time at which the file was begun (year to minute), and its subject. */
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z]+/V20[2-9][0-9](0[1-9]|1[0-2])([0-2][0-9]|3[01])([01][0-9]|2[0-3])[0-5][0-9]"
              + "__[a-z0-9_]+\\.sql");

  private static final Pattern TABLE =
      Pattern.compile("(?i)CREATE TABLE (?:IF NOT EXISTS )?([a-z0-9_]+)");

  /** An index that is not built concurrently, and its table. */
  private static final Pattern INDEX =
      Pattern.compile("(?i)CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)[a-z0-9_]+\\s+ON ([a-z0-9_]+)");

  private static final Pattern NUMBER = Pattern.compile("V([0-9]+)__.*");

  @Test
  void appliedMigrationsKeepTheirFolderNameAndBytes() throws Exception {
    var frozen = FrozenMigrations.digests();
    assertThat(frozen).hasSize(16);
    for (var file : frozen.keySet()) {
      var digest = sha256(FrozenMigrations.FOLDER.resolve(file));
      assertThat(digest).as(file.toString()).isEqualTo(frozen.get(file));
    }
  }

  @Test
  void laterMigrationsAreNumberedByTheirTimeInAFolderOfTheirContext() throws IOException {
    assertThat(migrations())
        .filteredOn(file -> !FrozenMigrations.digests().containsKey(file))
        .allSatisfy(file -> assertThat(file.toString()).matches(NAME));
  }

  /** Building an index blocks all writes of a table, for minutes where it has millions of rows. */
  @Test
  void laterMigrationsBuildIndexesOfFilledTablesConcurrently() throws IOException {
    for (var file : migrations()) {
      if (!FrozenMigrations.digests().containsKey(file)) {
        var sql = Files.readString(FrozenMigrations.FOLDER.resolve(file));
        assertThat(lockedByIndexes(sql)).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void aPlainIndexOfATableThatStandsAlreadyIsFound() {
    var sql =
        "CREATE TABLE a (id int);\nCREATE INDEX i ON a (id);\nCREATE UNIQUE INDEX j ON b (id);";
    assertThat(lockedByIndexes(sql)).containsExactly("b");
    assertThat(lockedByIndexes("CREATE INDEX CONCURRENTLY i ON b (id)")).isEmpty();
  }

  /** Tables that exist before the migration and get an index while writers wait. */
  private static List<String> lockedByIndexes(String sql) {
    var made = TABLE.matcher(sql).results().map(found -> found.group(1)).toList();
    return INDEX
        .matcher(sql)
        .results()
        .map(found -> found.group(1))
        .filter(table -> !made.contains(table))
        .toList();
  }

  @Test
  void noNumberIsUsedTwice() throws IOException {
    assertThat(migrations())
        .hasSizeGreaterThanOrEqualTo(16)
        .extracting(file -> NUMBER.matcher(file.getFileName().toString()).replaceFirst("$1"))
        .doesNotHaveDuplicates();
  }

  private static List<Path> migrations() throws IOException {
    try (var files = Files.walk(FrozenMigrations.FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("V"))
          .map(FrozenMigrations.FOLDER::relativize)
          .toList();
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
