package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventFilter;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.webhook.Webhook;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.WebhookProfile;
import io.clientele.domain.webhook.WebhookProfile.Payload;
import io.clientele.domain.webhook.WebhookStatus;
import io.clientele.persistence.jdbc.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A webhook as a row. */
final class WebhookRow {
  /** The columns of {@link #read}, in order. */
  static final String COLUMNS =
      "id, name, sealed, status, types, account_id, payload, lanes, previous_until, created_at,"
          + " coalesce(active_since, created_at), failing_since, version";

  private WebhookRow() {}

  static Webhook read(ResultSet row, SecretKey key) throws SQLException {
    var id = row.getObject(1, UUID.class);
    var address = SealedAddress.open(key, id, row.getBytes(3));
    var types = Set.of((String[]) row.getArray(5).getArray());
    var filter = new EventFilter(types, account(row.getObject(6, UUID.class)));
    var payload = Payload.valueOf(row.getString(7));
    return new Webhook(
        new WebhookId(id),
        new WebhookProfile(row.getString(2), address.url(), filter, payload),
        row.getInt(8),
        WebhookStatus.valueOf(row.getString(4)),
        address.secrets(Timestamps.instantOrNull(row, 9)),
        Timestamps.instant(row, 10),
        Timestamps.instant(row, 11),
        Timestamps.instantOrNull(row, 12),
        row.getLong(13));
  }

  private static @Nullable AccountId account(@Nullable UUID id) {
    return id == null ? null : new AccountId(id);
  }
}
