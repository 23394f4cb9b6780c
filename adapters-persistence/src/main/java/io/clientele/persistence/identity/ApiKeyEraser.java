package io.clientele.persistence.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.apikey.ApiKeyEvent;
import io.clientele.domain.kernel.AccountId;
import io.clientele.domain.kernel.Provenance;
import io.clientele.persistence.change.ChangeTransaction;
import io.clientele.persistence.change.PersonalDataEraser;
import io.clientele.persistence.jdbc.Sql;
import java.sql.SQLException;
import java.util.UUID;

/** Revokes the API keys of an erased account and removes their names, which may be personal. */
public final class ApiKeyEraser implements PersonalDataEraser {
  private static final String ERASE =
      """
      WITH before AS MATERIALIZED (
        SELECT id, revoked_at FROM api_key WHERE account_id = ? ORDER BY id FOR UPDATE
      )
      UPDATE api_key
      SET name = NULL, revoked_at = coalesce(before.revoked_at, clock_timestamp())
      FROM before
      WHERE api_key.id = before.id
      RETURNING api_key.id, before.revoked_at IS NULL
      """;

  private record Erased(ApiKeyId id, boolean isRevokedNow) {}

  /** Creates an eraser; it has no state. */
  public ApiKeyEraser() {}

  @Override
  public void erase(ChangeTransaction transaction, AccountId account, Provenance by)
      throws SQLException {
    var erased =
        Sql.list(
            transaction.connection(),
            ERASE,
            row -> new Erased(new ApiKeyId(row.getObject(1, UUID.class)), row.getBoolean(2)),
            account.value());
    for (var key : erased) {
      if (key.isRevokedNow()) {
        var event = new ApiKeyEvent.Revoked(key.id(), account);
        transaction.append(by, event, event.stored());
      }
    }
  }
}
