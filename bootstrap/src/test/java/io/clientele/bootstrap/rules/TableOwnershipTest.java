package io.clientele.bootstrap.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL of a context writes its own tables, and reads of others what they publish. */
class TableOwnershipTest {
  private static final List<SqlText> MIGRATIONS = SqlText.ofMigrations();
  private static final TableOwnership TABLES = new TableOwnership(MIGRATIONS, contextMap());

  /** Applied before tables had owners; their bytes stay. */
  private static final Set<String> FROZEN = frozen();

  @Test
  void everyContextKeepsToItsOwnTablesAndToWhatOthersPublish() {
    var texts = new ArrayList<>(SqlText.ofClasses());
    MIGRATIONS.stream().filter(text -> !isFrozen(text.file())).forEach(texts::add);
    assertThat(texts).hasSizeGreaterThan(500);
    assertThat(texts.stream().flatMap(TableOwnershipTest::violations)).isEmpty();
  }

  @Test
  void theOwnerOfATableIsTheFolderThatCreatesItUnlessItWasHandedOver() {
    assertThat(TABLES.owners())
        .containsEntry("view_total", "views")
        .containsEntry("views_published_total", "views")
        .containsEntry("account_rank", "account")
        .containsEntry("subject_key", "crypto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "account | UPDATE view_total SET views = 0 | account writes view_total of views",
        "account | WITH a AS (DELETE FROM view_raised) SELECT 1 | account writes view_raised of"
            + " views",
        "views | TRUNCATE view_day, account | views writes account of account",
        "views | INSERT INTO event (id) VALUES (?) | views writes event of event",
        "account | SELECT views FROM view_total | account reads view_total of views",
        "audit | SELECT 1 FROM audit_entry AS a, operator AS o | audit reads operator of identity",
        "event | UPDATE audit_published_block SET x = 1 | event writes audit_published_block of"
            + " audit",
        "account | 'view_total'::regclass | account reads view_total of views",
        "ledger | REFERENCES account (id) | ledger reads account of account",
        "event | SELECT views FROM views_published_total | event reads views_published_total of"
            + " views",
        "ledger | INSERT INTO subject_key VALUES (?) | ledger writes subject_key of crypto",
        "audit | GRANT SELECT ON audit_entry, session TO x | audit reads session of identity",
      })
  void aForeignTableIsFound(String user, String sql, String violation) {
    assertThat(TABLES.violations(new SqlText(user, Path.of("X"), sql))).contains(violation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT views FROM views_published_total WHERE subject = ?",
        "UPDATE account SET name = ?",
        "WITH event AS (SELECT 1) SELECT 1 FROM event",
        "SELECT wrapped FROM account LEFT JOIN subject_key ON account_id = id",
        "an event from a transfer to an operator",
        "SELECT event FROM account -- FROM view_total",
      })
  void whatIsOwnOrPublishedIsAllowed(String sql) {
    assertThat(TABLES.violations(new SqlText("account", Path.of("X"), sql))).isEmpty();
  }

  private static Stream<String> violations(SqlText text) {
    return TABLES.violations(text).stream()
        .map(violation -> SourceTree.ROOT.relativize(text.file()) + ": " + violation);
  }

  private static boolean isFrozen(Path file) {
    return FROZEN.contains(file.getParent().getFileName() + "/" + file.getFileName());
  }

  private static Set<String> frozen() {
    return lines("adapters-persistence/src/test/resources/frozen-migrations.txt").stream()
        .map(line -> line.split(" +")[1])
        .collect(Collectors.toSet());
  }

  private static Map<String, Set<String>> contextMap() {
    var lines = new Properties();
    try (var file =
        Files.newBufferedReader(SourceTree.ROOT.resolve("domain/context-map.properties"))) {
      lines.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(
                key -> key, key -> Set.of(lines.getProperty(key).strip().split("\\s*,\\s*"))));
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(SourceTree.ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
