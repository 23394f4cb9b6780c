package io.clientele.persistence.webhook;

import io.clientele.domain.event.EventPosition;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.webhook.WebhookId;
import io.clientele.domain.webhook.delivery.DeliveryAttempt;
import io.clientele.domain.webhook.delivery.DeliveryOutcome;
import io.clientele.domain.webhook.delivery.DeliveryOutcome.Fault;
import io.clientele.domain.webhook.delivery.DeliveryResult;
import io.clientele.persistence.crypto.AesGcm;
import io.clientele.persistence.crypto.SubjectKeys;
import io.clientele.persistence.jdbc.Timestamps;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** An attempt as a row; its answer is sealed. */
record AttemptRow(DeliveryAttempt attempt, @Nullable ByteBuffer sealed) {
  /** The columns of {@link #read}, in order. */
  static final String COLUMNS =
      "at, webhook_id, event_id, position, account_id, attempt, status, fault, millis, answer";

  private static final int GONE = 410;

  static AttemptRow read(ResultSet row) throws SQLException {
    var position = row.getObject(4, Long.class);
    var account = row.getObject(5, UUID.class);
    var outcome = outcome(row.getObject(7, Integer.class), row.getString(8));
    var attempt =
        new DeliveryAttempt(
            new WebhookId(row.getObject(2, UUID.class)),
            Timestamps.instant(row, 1),
            row.getObject(3, UUID.class),
            position == null ? null : new EventPosition(position),
            account == null ? null : new AccountId(account),
            row.getInt(6),
            new DeliveryResult(outcome, row.getLong(9), null));
    var answer = row.getBytes(10);
    return new AttemptRow(attempt, answer == null ? null : ByteBuffer.wrap(answer));
  }

  /** The account whose key opens the answer. */
  UUID subject() {
    return SubjectKeys.subject(attempt.account());
  }

  /** Without an answer if the account is erased. */
  DeliveryAttempt opened(Map<UUID, Optional<SecretKey>> keys) {
    var key = keys.getOrDefault(subject(), Optional.empty());
    if (sealed == null || key.isEmpty()) {
      return attempt;
    }
    var answer =
        AesGcm.opened(key.get(), attempt.eventId(), bytes(sealed))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElseThrow(() -> new IllegalStateException("an answer is not as stored"));
    var result = new DeliveryResult(attempt.result().outcome(), attempt.result().millis(), answer);
    return new DeliveryAttempt(
        attempt.webhook(),
        attempt.at(),
        attempt.eventId(),
        attempt.position(),
        attempt.account(),
        attempt.number(),
        result);
  }

  private static DeliveryOutcome outcome(@Nullable Integer status, @Nullable String code) {
    if (status == null) {
      return Arrays.stream(Fault.values())
          .filter(fault -> fault.code().equals(code))
          .<DeliveryOutcome>map(DeliveryOutcome.Unreachable::new)
          .findFirst()
          .orElseGet(DeliveryOutcome.Forbidden::new);
    }
    if (status == GONE) {
      return new DeliveryOutcome.Gone();
    }
    return status >= 200 && status < 300
        ? new DeliveryOutcome.Delivered(status)
        : new DeliveryOutcome.Refused(status, null);
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
