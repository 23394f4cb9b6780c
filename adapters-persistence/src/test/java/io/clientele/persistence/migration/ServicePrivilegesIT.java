package io.clientele.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.views.Sharding;
import io.clientele.persistence.jdbc.Database;
import io.clientele.persistence.jdbc.DatabaseConfig;
import io.clientele.persistence.jdbc.DatabaseConfig.Login;
import io.clientele.persistence.jdbc.DatabaseConfig.Pooler;
import io.clientele.persistence.testbed.TestPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the privileges of the service's role after a migration, over all contexts. */
class ServicePrivilegesIT {
  private static final Path LIST = Path.of("src/test/resources/service-privileges.txt");

  private static final String PRIVILEGES =
      """
      SELECT concat_ws(' ', string_agg(privilege_type, ' ' ORDER BY privilege_type), 'ON', relname, NULL) AS line
      FROM pg_class, aclexplode(relacl) WHERE grantee = 'clientele_rights'::regrole GROUP BY relname
      UNION ALL
      SELECT concat_ws(' ', privilege_type, 'ON', relname || '.' || attname)
      FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid, aclexplode(attacl)
      WHERE grantee = 'clientele_rights'::regrole
      UNION ALL
      SELECT concat_ws(' ', privilege_type, 'ON', proname || '()')
      FROM pg_proc, aclexplode(proacl) WHERE grantee = 'clientele_rights'::regrole
      UNION ALL
      SELECT 'SET ' || unnest(setconfig)
      FROM pg_db_role_setting JOIN pg_database ON pg_database.oid = setdatabase
      WHERE setrole = 'clientele_rights'::regrole AND datname = current_database()
      ORDER BY line
      """;

  @ParameterizedTest
  @EnumSource
  void theServicesRoleHasTheListedPrivileges(TestPostgres postgres) throws IOException {
    var owner = postgres.bare();
    postgres.execute("DROP ROLE IF EXISTS clientele_rights");
    postgres.execute("CREATE ROLE clientele_rights LOGIN");
    var address = owner.url().replace("user=postgres", "user=clientele_rights");
    var config = DatabaseConfig.of(new Login(address, null, null), owner, Pooler.NONE);
    try (var database = new Database(config)) {
      TestPostgres.migrate(database, new Sharding(16));
      assertThat(database.work().list(PRIVILEGES, row -> row.getString("line")))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(LIST));
    }
  }
}
