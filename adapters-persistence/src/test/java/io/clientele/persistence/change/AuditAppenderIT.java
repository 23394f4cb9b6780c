package io.clientele.persistence.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.audit.AuditQuery;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.kernel.Causation;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.audit.JdbcAuditTrail;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditAppenderIT {
  private final AccountSample sample = new AccountSample(1);
  private final Database database = postgres().emptied();
  private final AuditAppender audit = TestPostgres.CHANGES.audit();
  private final AccountId account = sample.id();

  TestPostgres postgres() {
    return TestPostgres.V18;
  }

  @Test
  void anEntryIsAppendedWithItsChangeAndIsPending() {
    append(entry("because of Ada"));
    assertThat(count("audit_entry")).isEqualTo(1);
    assertThat(count("audit_pending_2")).isEqualTo(1);
  }

  @Test
  void anEntryIsRolledBackWithItsTransaction() {
    assertThatThrownBy(
            () ->
                database
                    .work()
                    .transaction(
                        connection -> {
                          audit.append(
                              connection, List.of(new ChangeEntry(entry("because of Ada"), null)));
                          throw new IllegalStateException("the change is refused");
                        }))
        .hasMessage("the change is refused");
    assertThat(count("audit_entry")).isZero();
    assertThat(count("audit_pending_2")).isZero();
  }

  @Test
  void personalDataAreEncryptedInTheRow() {
    append(entry("because of Ada"));
    var row =
        database
            .work()
            .list("SELECT sealed FROM audit_entry", found -> found.getBytes(1))
            .getFirst();
    assertThat(new String(row, StandardCharsets.ISO_8859_1)).doesNotContain("Ada", "name");
  }

  @Test
  void theKeyOfASubjectStaysUntilItIsDestroyed() {
    var first = key();
    assertThat(first).isPresent().isEqualTo(key());
    destroy();
    assertThat(key()).isEmpty();
    destroy();
    assertThat(count("subject_key")).isEqualTo(1);
  }

  @Test
  void anErasedSubjectWithoutAKeyGetsNone() {
    destroy();
    append(entry("because of Ada"));
    assertThat(key()).isEmpty();
    assertThat(
            database.work().list("SELECT sealed FROM audit_entry", row -> row.getBytes(1) == null))
        .containsExactly(true);
  }

  @Test
  void manyEntriesKeepTheirOrderAndTheirOwnKeys() {
    var other = sample.id();
    var erased = sample.id();
    destroy(erased);
    key();
    var subjects = Arrays.asList(account, other, null, erased, account, other);
    var entries =
        IntStream.range(0, subjects.size())
            .mapToObj(i -> new AuditEntry(act(i), "test." + i, subjects.get(i), null, List.of()))
            .map(entry -> new ChangeEntry(entry, null))
            .toList();
    database
        .work()
        .transaction(
            connection -> {
              audit.append(connection, entries);
              return null;
            });
    assertThat(
            database
                .work()
                .list(
                    "SELECT entry.action FROM audit_pending_2 JOIN audit_entry AS entry"
                        + " ON entry.at = entry_at AND entry.id = entry_id ORDER BY number",
                    row -> row.getString(1)))
        .containsExactly("test.0", "test.1", "test.2", "test.3", "test.4", "test.5");
    var page =
        new JdbcAuditTrail(database, TestPostgres.CHANGES)
            .page(new AuditQuery(AuditQuery.Filter.ALL, null, 10));
    assertThat(page.entries().stream().map(found -> found.entry().act().cause().reason()))
        .containsExactlyInAnyOrder(
            "reason 0", "reason 1", "reason 2", null, "reason 4", "reason 5");
    assertThat(count("subject_key")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor = 'another'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "TRUNCATE audit_entry_elsewhen",
        "TRUNCATE audit_block"
      })
  void noStatementChangesOrRemovesAnEntry(String statement) {
    append(entry("because of Ada"));
    assertThatThrownBy(() -> database.work().update(statement))
        .hasStackTraceContaining("is only ever added to");
    assertThat(count("audit_entry")).isEqualTo(1);
  }

  @Test
  void noPartitionCanBeTruncated() {
    var parts =
        database
            .work()
            .list(
                "SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent ="
                    + " 'audit_entry'::regclass",
                row -> row.getString(1));
    assertThat(parts)
        .hasSize(26)
        .allSatisfy(
            part ->
                assertThatThrownBy(() -> database.work().update("TRUNCATE " + part))
                    .hasStackTraceContaining("is only ever added to"));
  }

  private Provenance act(int number) {
    return new Provenance(
        "operator:1", sample.act().at(), new Causation("request-1", "reason " + number));
  }

  private AuditEntry entry(String reason) {
    var act = new Provenance("operator:1", sample.act().at(), new Causation("request-1", reason));
    return AuditEntry.of(sample.opening(), account).stream()
        .map(opened -> new AuditEntry(act, opened.action(), account, null, opened.changes()))
        .toList()
        .getFirst();
  }

  private void append(AuditEntry entry) {
    database
        .work()
        .transaction(
            connection -> {
              audit.append(connection, List.of(new ChangeEntry(entry, null)));
              return null;
            });
  }

  private Optional<SecretKey> key() {
    return database
        .work()
        .transaction(connection -> TestPostgres.CHANGES.subjectKeys().of(connection, account));
  }

  private void destroy() {
    destroy(account);
  }

  private void destroy(AccountId subject) {
    TestPostgres.forget(database, subject);
  }

  private long count(String table) {
    return database.work().list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
  }
}
