package io.clientele.persistence.identity;

import io.clientele.domain.identity.session.Session;
import io.clientele.domain.identity.session.SignInNetworks;
import io.clientele.domain.identity.session.SignInPlaces;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.Sql;
import java.util.concurrent.TimeUnit;

/**
 * Deletes expired credentials a day after they end: sessions with their used tokens, revoked keys,
 * old networks and places, and removed operators with all of theirs. Any number of instances may
 * run it.
 */
public final class IdentityCleanup {
  /** Bounds one run; the next one continues. */
  private static final int ROUNDS_MAX = 100;

  /** Few at a time: a session may leave some thousand used tokens. */
  private static final String SESSIONS =
      """
      DELETE FROM session WHERE id IN (
        SELECT id FROM session
        WHERE ended_at < clock_timestamp() - interval '1 day'
          OR refreshed_at < clock_timestamp() - interval '1 day' - ? * interval '1 microsecond'
          OR opened_at < clock_timestamp() - interval '1 day' - ? * interval '1 microsecond'
        LIMIT 20 FOR UPDATE SKIP LOCKED)
      """;

  private static final String KEYS =
      "DELETE FROM api_key WHERE revoked_at < clock_timestamp() - interval '1 day'";

  private static final String NETWORKS =
      """
      DELETE FROM sign_in_network
      WHERE seen_at < clock_timestamp() - interval '1 day' - ? * interval '1 day'
      """;

  private static final String PLACES =
      """
      DELETE FROM sign_in_place
      WHERE seen_at < clock_timestamp() - interval '1 day' - ? * interval '1 day'
      """;

  private static final String OPERATORS =
      """
      DELETE FROM operator
      WHERE status = 'REMOVED' AND raised_at < clock_timestamp() - interval '1 day'
        AND NOT EXISTS (SELECT FROM session WHERE operator_id = operator.id)
      """;

  private final Sql work;

  /** Cleans this database. */
  public IdentityCleanup(Database database) {
    this.work = database.work();
  }

  /** Runs up to the bound. */
  public void clean() {
    var idle = TimeUnit.MICROSECONDS.convert(Session.IDLE_MAX);
    var lifetime = TimeUnit.MICROSECONDS.convert(Session.LIFETIME);
    var round = 0;
    while (round < ROUNDS_MAX && work.update(SESSIONS, idle, lifetime) > 0) {
      round++;
    }
    work.update(NETWORKS, SignInNetworks.KEPT.toDays());
    work.update(PLACES, SignInPlaces.KEPT.toDays());
    work.update(KEYS);
    work.update(OPERATORS);
  }
}
