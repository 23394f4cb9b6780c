package io.clientele.persistence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.identity.Role;
import io.clientele.domain.identity.SessionId;
import io.clientele.domain.identity.apikey.ApiKeyScope;
import io.clientele.domain.identity.operator.Operator;
import io.clientele.domain.identity.password.PasswordHash;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.domain.kernel.Causation;
import io.clientele.persistence.account.AccountRowLock;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.identity.IdentitySample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentityCleanupIT {
  private final IdentitySample sample = new IdentitySample(1);
  private final Database database = TestPostgres.V18.emptied();
  private final JdbcOperators operators = new JdbcOperators(database, TestPostgres.CHANGES);
  private final JdbcSessions sessions = new JdbcSessions(database, TestPostgres.CHANGES);
  private final JdbcApiKeys keys =
      new JdbcApiKeys(database, TestPostgres.CHANGES, new AccountRowLock());
  private final IdentityCleanup cleaning = new IdentityCleanup(database);

  @Test
  void sessionsAreDeletedWithTheirTokensADayAfterTheyEnd() {
    var operator = operator();
    var ended = session(operator);
    var idle = session(operator);
    var old = session(operator);
    var good = session(operator);
    age("UPDATE session SET ended_at = now() - interval '25 hours' WHERE id = ?", ended);
    age("UPDATE session SET refreshed_at = now() - interval '33 hours' WHERE id = ?", idle);
    age("UPDATE session SET opened_at = now() - interval '32 days' WHERE id = ?", old);
    cleaning.clean();
    assertThat(database.work().list("SELECT id FROM session", row -> row.getString(1)))
        .containsExactly(good.toString());
    assertThat(count("session_token_used")).isEqualTo(1);
  }

  @Test
  void revocationsAreKeptForADay() {
    operator();
    var removed = operator();
    operators.remove(removed.remove(sample.act()));
    var secret = sample.secret();
    var key = sample.issuing(new ApiKeyScope(Set.of(Role.AUDITOR), null), secret);
    keys.issue(key, secret.hash());
    keys.revoke(key.state().id(), sample.act());
    cleaning.clean();
    assertThat(count("operator")).isEqualTo(2);
    assertThat(count("api_key")).isEqualTo(1);
    database.work().update("UPDATE operator SET raised_at = now() - interval '25 hours'");
    database.work().update("UPDATE api_key SET revoked_at = now() - interval '25 hours'");
    cleaning.clean();
    assertThat(count("operator")).isEqualTo(1);
    assertThat(count("api_key")).isZero();
  }

  @Test
  void networksAreDeletedADayAfterTheyExpire() {
    var operator = operator().id();
    var networks = new JdbcSignInNetworks(database);
    var kept = Duration.ofDays(90);
    networks.remember(operator, sample.secret().hash(), Instant.now().minus(kept));
    networks.remember(operator, sample.secret().hash(), Instant.now().minus(kept.plusDays(2)));
    cleaning.clean();
    assertThat(count("sign_in_network")).isEqualTo(1);
  }

  @Test
  void placesAreDeletedADayAfterTheyExpireOrTheirOperatorIsRemoved() {
    var staying = operator();
    var removed = operator();
    for (var operator : List.of(staying, removed)) {
      for (var i = 0; i < 2; i++) {
        var place = new SignInPlace(List.of(sample.secret().hash()));
        var token = sample.secret().hash();
        sessions.open(sample.signingIn(operator), operator.version(), token, place);
      }
    }
    database.work().update("UPDATE sign_in_place SET seen_at = now() - interval '90 days'");
    cleaning.clean();
    assertThat(count("sign_in_place")).isEqualTo(4);
    database
        .work()
        .update(
            "UPDATE sign_in_place SET seen_at = now() - interval '92 days' WHERE new_session IS"
                + " NULL");
    cleaning.clean();
    assertThat(count("sign_in_place")).isEqualTo(2);
    operators.remove(operators.find(removed.id()).orElseThrow().remove(sample.act()));
    database.work().update("UPDATE operator SET raised_at = now() - interval '25 hours'");
    database.work().update("UPDATE session SET ended_at = now() - interval '25 hours'");
    cleaning.clean();
    assertThat(database.work().list("SELECT operator_id FROM sign_in_place", r -> r.getString(1)))
        .containsExactly(staying.id().toString());
  }

  private Operator operator() {
    var added = sample.adding();
    operators.save(added, new PasswordHash("a hash"));
    return operators.find(added.state().id()).orElseThrow();
  }

  /** Opens a session that was refreshed once, just now. */
  private SessionId session(Operator operator) {
    var token = sample.secret();
    var opened = sample.signingIn(operator);
    sessions.open(opened, operator.version(), token.hash(), SignInPlace.NONE);
    sessions.rotate(token.hash(), sample.secret().hash(), opened.act().at(), Causation.UNKNOWN);
    age(
        "UPDATE session SET opened_at = now(), refreshed_at = now() WHERE id = ?",
        opened.state().id());
    return opened.state().id();
  }

  private void age(String sql, SessionId id) {
    database.work().update(sql, id.value());
  }

  private long count(String table) {
    return database.work().list("SELECT count(*) FROM " + table, row -> row.getLong(1)).getFirst();
  }
}
