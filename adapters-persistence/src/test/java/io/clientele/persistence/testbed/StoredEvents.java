package io.clientele.persistence.testbed;

import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the published events of a database. */
public final class StoredEvents {
  private static final String ALL =
      """
      SELECT at, id, type, subject_kind, subject, version, account_id, changed, sealed FROM event ORDER BY at, id
      """;

  private StoredEvents() {}

  /** Returns all events in the order of their times; without data if the account is erased. */
  public static List<PublishedEvent> of(Database database) {
    return database
        .work()
        .transaction(connection -> Sql.list(connection, ALL, row -> event(connection, row)));
  }

  private static PublishedEvent event(Connection connection, ResultSet row) throws SQLException {
    var account = row.getObject(7, UUID.class);
    var id = account == null ? null : new AccountId(account);
    var kind = row.getString(4);
    var name = kind.equals("account") ? null : kind + ":" + row.getString(5);
    var data = data(connection, id, row.getObject(2, UUID.class), row.getBytes(9));
    return new PublishedEvent(
        row.getString(3),
        row.getObject(1, OffsetDateTime.class).toInstant(),
        new ChangeSubject(id, name, row.getLong(6), data),
        List.of((String[]) row.getArray(8).getArray()));
  }

  private static @Nullable String data(
      Connection connection, @Nullable AccountId account, UUID id, byte @Nullable [] sealed)
      throws SQLException {
    if (sealed == null) {
      return null;
    }
    var key = TestPostgres.CHANGES.subjectKeys().of(connection, account);
    return key.isEmpty()
        ? null
        : new String(AesGcm.opened(key.get(), id, sealed).orElseThrow(), StandardCharsets.UTF_8);
  }
}
