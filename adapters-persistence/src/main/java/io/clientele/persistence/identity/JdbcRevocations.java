package io.clientele.persistence.identity;

import io.clientele.domain.identity.ApiKeyId;
import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.Revocations;
import io.clientele.domain.identity.SessionId;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Reads revocations from PostgreSQL, by the server's clock only. */
public final class JdbcRevocations implements Revocations {
  /** Longer than any transaction of the service may take from its statement to its commit. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private static final String WITHIN =
      """
      WITH since AS MATERIALIZED (SELECT clock_timestamp() - ? * interval '1 microsecond' AS at)
      SELECT 'operator', id, generation FROM operator WHERE raised_at > (SELECT at FROM since)
      UNION ALL
      SELECT 'session', id, 0 FROM session WHERE ended_at > (SELECT at FROM since)
      UNION ALL
      SELECT 'key', id, 0 FROM api_key WHERE revoked_at > (SELECT at FROM since)
      """;

  private final Sql sql;

  /** Reads from this database. */
  public JdbcRevocations(Database database) {
    this.sql = database.requests();
  }

  @Override
  public Withdrawn within(Duration time) {
    var generations = new HashMap<OperatorId, Long>();
    var sessions = new HashSet<SessionId>();
    var keys = new HashSet<ApiKeyId>();
    var micros = TimeUnit.MICROSECONDS.convert(time.plus(OVERLAP));
    return sql.run(
        connection -> {
          Sql.each(
              connection,
              WITHIN,
              row -> {
                var id = row.getObject(2, UUID.class);
                switch (row.getString(1)) {
                  case "operator" -> generations.put(new OperatorId(id), row.getLong(3));
                  case "session" -> sessions.add(new SessionId(id));
                  default -> keys.add(new ApiKeyId(id));
                }
              },
              micros);
          return new Withdrawn(generations, sessions, keys);
        });
  }
}
