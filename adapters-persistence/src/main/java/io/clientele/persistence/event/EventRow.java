package io.clientele.persistence.event;

import io.clientele.domain.event.Event;
import io.clientele.domain.event.EventData;
import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.event.ChangeSubject;
import io.clientele.domain.kernel.event.PublishedEvent;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.EncryptedKey;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as a row, after the number of its block and its place in the block, from 1. */
final class EventRow {
  /** The columns of {@link #read} after the first two, in order. */
  static final String COLUMNS =
      "event.at, event.id, event.type, event.subject_kind, event.subject, event.version,"
          + " event.account_id, event.changed, event.sealed, key.wrapped, key.wrapped_by,"
          + " key.destroyed_at IS NOT NULL, event.trace";

  private static final String ACCOUNT = "account";

  private EventRow() {}

  static Event read(ResultSet row, SubjectKeys keys, boolean withData) throws SQLException {
    var id = row.getObject(4, UUID.class);
    var owner = row.getObject(9, UUID.class);
    var account = owner == null ? null : new AccountId(owner);
    var kind = row.getString(6);
    var isOfAccount = kind.equals(ACCOUNT);
    var about =
        new ChangeSubject(
            account, isOfAccount ? null : kind + ":" + row.getString(7), row.getLong(8), null);
    var published =
        new PublishedEvent(
            row.getString(5),
            Timestamps.instant(row, 3),
            about,
            List.of((String[]) row.getArray(10).getArray()),
            row.getString(15));
    var data = withData && account != null && isOfAccount ? data(row, keys, id, account) : null;
    return new Event(EventPosition.of(row.getLong(1), row.getInt(2) - 1), id, published, data);
  }

  private static EventData data(ResultSet row, SubjectKeys keys, UUID id, AccountId account)
      throws SQLException {
    var sealed = row.getBytes(11);
    var wrapped = row.getBytes(12);
    var wrappedBy = row.getString(13);
    if (row.getBoolean(14)) {
      return new EventData.Erased();
    }
    if (sealed == null) {
      return new EventData.TooLarge();
    }
    return new EventData.Present(opened(sealed, key(wrapped, wrappedBy, account), keys, id));
  }

  private static EncryptedKey key(
      byte @Nullable [] wrapped, @Nullable String wrappedBy, AccountId account) {
    if (wrapped == null || wrappedBy == null) {
      throw new IllegalStateException("the key of an account that is not erased is gone");
    }
    return new EncryptedKey(account.value(), wrapped, wrappedBy);
  }

  private static String opened(byte[] sealed, EncryptedKey key, SubjectKeys keys, UUID id) {
    var bytes =
        AesGcm.opened(keys.unwrapped(key), id, sealed)
            .orElseThrow(() -> new IllegalStateException("event " + id + " is not as stored"));
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
