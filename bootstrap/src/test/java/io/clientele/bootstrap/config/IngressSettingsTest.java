package io.clientele.bootstrap.config;

import static io.clientele.bootstrap.config.SettingsFixture.config;
import static io.clientele.bootstrap.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.net.TrustedProxies;
import io.clientele.http.server.ServedFronts;
import io.clientele.http.server.StoreIngress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IngressSettingsTest {
  static final RateLimitConfig DEFAULT = new RateLimitConfig(true, 512);

  @Test
  void everySettingSet() {
    var config =
        with(
            Map.of(
                "TRUSTED_PROXIES", "10.0.0.0/8, ::1",
                "CORS_ORIGINS", "https://B.example.com:443, http://localhost:5173/",
                "RATE_LIMITS", "off",
                "CONNECTIONS_PER_ADDRESS", "7"));

    var read = config(config);
    assertThat(read.http().proxies())
        .isEqualTo(
            new TrustedProxies(List.of(CidrBlock.parse("10.0.0.0/8"), CidrBlock.parse("::1"))));
    assertThat(read.http().origins())
        .isEqualTo(new AllowedOrigins(Set.of("https://b.example.com", "http://localhost:5173")));
    assertThat(read.limiting()).isEqualTo(new RateLimitConfig(false, 7));
    assertThat(read.http().connectionsPerAddress()).isEqualTo(Integer.MAX_VALUE);
    assertThat(config(SettingsFixture.REQUIRED).http().connectionsPerAddress()).isEqualTo(512);
    assertThat(read.toString())
        .contains("CONNECTIONS_PER_ADDRESS=7\n")
        .contains("CORS_ORIGINS=http://localhost:5173,https://b.example.com\n");
  }

  @Test
  void allFaultsAreReportedTogether() {
    var faults =
        SettingsFixture.faults(
            with(
                Map.of(
                    "TRUSTED_PROXIES", "10.0.0.0/33",
                    "CORS_ORIGINS", "*",
                    "RATE_LIMITS", "maybe",
                    "CONNECTIONS_PER_ADDRESS", "0")));

    assertThat(faults)
        .hasSize(4)
        .anyMatch(fault -> fault.startsWith("TRUSTED_PROXIES must be addresses or ranges"))
        .anyMatch(fault -> fault.startsWith("CORS_ORIGINS must be origins"))
        .anyMatch(fault -> fault.startsWith("RATE_LIMITS must be on or off"))
        .anyMatch(fault -> fault.startsWith("CONNECTIONS_PER_ADDRESS must be a whole number"));
  }

  @Test
  void theStoreHasItsOwnPortAndOrigins() {
    var read =
        config(
            with(
                Map.of(
                    "FRONTS", "store, operations",
                    "STORE_PORT", "8082",
                    "STORE_CORS_ORIGINS", "https://shop.example.com")));

    assertThat(read.fronts()).isEqualTo(ServedFronts.parse("operations,store"));
    assertThat(read.http().store()).isEqualTo(StoreIngress.SHARED.on(8082));
    assertThat(read.http().origins())
        .isEqualTo(new AllowedOrigins(Set.of(), Set.of("https://shop.example.com")));
    assertThat(read.toString())
        .contains("FRONTS=operations,store\n")
        .contains("STORE_PORT=8082\n")
        .contains("STORE_CORS_ORIGINS=https://shop.example.com\n");
    assertThat(config(SettingsFixture.REQUIRED).http().store()).isEqualTo(StoreIngress.SHARED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          STORE_PORT=8080;                    STORE_PORT and PORT must be different ports
          PORT=0, STORE_PORT=9090;            STORE_PORT and MANAGEMENT_PORT must be different ports
          STORE_PORT=8082, FRONTS=operations; STORE_PORT is set, but FRONTS does not contain store
          STORE_PORT=65536;                   STORE_PORT must be a number from 0 to 65535
          FRONTS=shop;                        FRONTS must be operations, store, or both with a comma
          STORE_CORS_ORIGINS=*;               STORE_CORS_ORIGINS must be origins such as
          """)
  void aPortOfTheStoreThatCannotServeItIsAFault(String settings, String fault) {
    var set =
        Arrays.stream(settings.split(", "))
            .map(one -> one.split("="))
            .collect(Collectors.toMap(one -> one[0], one -> one[1]));

    var faults = SettingsFixture.faults(with(set));

    assertThat(faults).hasSize(1);
    assertThat(faults.getFirst()).startsWith(fault);
  }

  @Test
  void severalPortsMayBeAnyFreeOnes() {
    assertThat(config(with(Map.of("PORT", "0", "STORE_PORT", "0"))).http().store().port())
        .hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://*.example.com",
        "https://a.example.com/app",
        "https://b\u00FCcher.example",
        "a.example.com",
        "ftp://a",
        "https://127.1",
        "https://user@a.example.com",
        "https://a.example.com,"
      })
  void anInvalidOriginIsAFault(String origin) {
    assertThat(SettingsFixture.faults(with(Map.of("CORS_ORIGINS", origin)))).hasSize(1);
  }
}
