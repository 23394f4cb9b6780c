package io.clientele.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:p%40ss+1%25@db:5433/accounts?sslmode=require",
        "postgres://ada:p%40ss+1%25@db:5433/accounts?sslmode=require",
        "jdbc:postgresql://db:5433/accounts?user=ada&password=p%40ss+1%25&sslmode=require"
      })
  void everySpellingIsAccepted(String url) {
    var parsed = DatabaseUrl.parse(url);

    assertThat(parsed.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/accounts?sslmode=require");
    assertThat(parsed.user()).isEqualTo("ada");
    assertThat(parsed.password()).isEqualTo("p@ss+1%");
  }

  @Test
  void severalHostsStayTogether() {
    var parsed =
        DatabaseUrl.parse(
            "postgresql://ada@one:5432,[::1]:5433,three/accounts?targetServerType=primary");

    assertThat(parsed.jdbcUrl())
        .isEqualTo("jdbc:postgresql://one:5432,[::1]:5433,three/accounts?targetServerType=primary");
    assertThat(parsed.password()).isEmpty();
  }

  @Test
  void anAtSignInAPasswordNeedsNoEscape() {
    assertThat(DatabaseUrl.parse("postgresql://ada:p@ss@db/accounts").password()).isEqualTo("p@ss");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ada@db/accounts",
        "postgresql://ada@db",
        "postgresql://ada@db:0/accounts",
        "postgresql://ada@db:65536/accounts",
        "postgresql://ada@db:port/accounts",
        "postgresql://ada@,db/accounts",
        "postgresql://db/accounts",
        "postgresql://ada:100%@db/accounts",
        "postgresql://ada@db/accounts?sslmode",
        "postgresql://ada@d b/accounts"
      })
  void anythingElseIsRefused(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url)).isInstanceOf(InvalidSetting.class);
  }
}
