package io.clientele.persistence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.audit.AuditTimeRange;
import io.clientele.domain.audit.chain.VerificationResult;
import io.clientele.domain.kernel.AuditEntry;
import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.DatabaseConfig.Pooler;
import io.clientele.persistence.testbed.TestPostgres;
import io.clientele.testkit.account.AccountSample;
import io.clientele.testkit.kernel.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the role of the service, which is no superuser and owns no table, as in production. */
class AuditPrivilegesIT {
  private static final List<String> REFUSED =
      List.of(
          "UPDATE audit_entry SET actor = 'x'",
          "DELETE FROM audit_entry",
          "TRUNCATE audit_entry",
          "TRUNCATE audit_entry_elsewhen",
          "DELETE FROM audit_entry_elsewhen",
          "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
          "ALTER TABLE audit_entry ADD COLUMN x integer",
          "DROP TRIGGER only_added_to ON audit_entry",
          "DROP TABLE audit_entry_elsewhen",
          "ALTER TABLE audit_entry DETACH PARTITION audit_entry_elsewhen",
          "UPDATE audit_block SET number = 7",
          "DELETE FROM audit_block",
          "TRUNCATE audit_block",
          "ALTER TABLE audit_block DISABLE TRIGGER ALL",
          "UPDATE audit_checkpoint SET number = 7",
          "DELETE FROM audit_checkpoint",
          "TRUNCATE audit_checkpoint",
          "UPDATE audit_pending SET entry_id = gen_random_uuid()",
          "TRUNCATE audit_pending",
          "DELETE FROM subject_key",
          "UPDATE subject_key SET wrapped = NULL, wrapped_by = NULL, destroyed_at = now()",
          "UPDATE subject_key SET wrapped = sha256('x') || wrapped",
          "INSERT INTO subject_key (account_id, destroyed_at) VALUES (gen_random_uuid(), now())",
          "SELECT destroy_subject_key('00000000-0000-0000-0000-000000000000')",
          "SELECT destroy_subject_key(account_id) FROM subject_key",
          "DELETE FROM account",
          "ALTER FUNCTION destroy_subject_key(uuid) SECURITY INVOKER",
          "TRUNCATE subject_key",
          "SET session_replication_role = replica",
          "CREATE OR REPLACE FUNCTION audit_is_for_good() RETURNS trigger LANGUAGE plpgsql AS"
              + " 'BEGIN RETURN NEW; END'");

  @Test
  void theServicesRoleOnlyAppendsChainsReadsAndVerifies() {
    var owner = TestPostgres.V18.bare();
    TestPostgres.V18.execute("DROP ROLE IF EXISTS clientele_audit_service");
    TestPostgres.V18.execute("CREATE ROLE clientele_audit_service LOGIN");
    var role = "user=clientele_audit_service";
    var service = new Login(owner.url().replace("user=postgres", role), null, null);
    var config = DatabaseConfig.of(service, owner, Pooler.NONE);
    try (var database = new Database(config)) {
      TestPostgres.migrate(database, new Sharding(16));
      appendAndChain(database);
      assertThat(REFUSED)
          .allSatisfy(
              statement ->
                  assertThatThrownBy(() -> database.work().update(statement))
                      .as(statement)
                      .isInstanceOf(IllegalStateException.class)
                      .hasStackTraceContaining("42501"));
      assertThat(verified(database)).isEqualTo(new VerificationResult(1, 0, null));
    }
  }

  @Test
  void theTriggerStopsTheOwner() {
    var database = TestPostgres.V18.emptied();
    appendAndChain(database);
    assertThat(REFUSED.stream().filter(statement -> statement.contains("audit_entry")).limit(4))
        .allSatisfy(
            statement ->
                assertThatThrownBy(() -> database.work().update(statement))
                    .as(statement)
                    .hasStackTraceContaining("42501"));
    assertThat(verified(database)).isEqualTo(new VerificationResult(1, 0, null));
  }

  private static void appendAndChain(Database database) {
    var opening = new AccountSample(1).opening();
    var trail = new JdbcAuditTrail(database, TestPostgres.CHANGES);
    AuditEntry.of(opening, opening.state().id()).forEach(trail::append);
    new JdbcAuditChain(database).chain();
    assertThat(new JdbcAuditChain(database).head().number()).isEqualTo(1);
  }

  private static VerificationResult verified(Database database) {
    return new JdbcAuditChain(database)
        .verify(new AuditTimeRange(Sample.BEGINNING, null), List.of());
  }
}
