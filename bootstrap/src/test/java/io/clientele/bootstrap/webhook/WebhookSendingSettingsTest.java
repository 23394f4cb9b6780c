package io.clientele.bootstrap.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.webhook.delivery.ProxyTunnel;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSendingSettingsTest {
  @Test
  void allowedBlocksAreListed() {
    var parse = WebhookSendingSettings.ALLOW.parse();
    assertThat(parse.apply("")).isEmpty();
    assertThat(parse.apply("10.1.0.0/16, fd00::/8"))
        .containsExactly(CidrBlock.parse("10.1.0.0/16"), CidrBlock.parse("fd00::/8"));
    assertThatThrownBy(() -> parse.apply("10.1.0.0/16,")).isInstanceOf(InvalidSetting.class);
    assertThatThrownBy(() -> parse.apply("intranet")).isInstanceOf(InvalidSetting.class);
  }

  @Test
  void aProxyHasAHostAndAPort() {
    var parse = WebhookSendingSettings.PROXY_URL.parse();
    assertThat(parse.apply("")).isEmpty();
    assertThat(parse.apply("http://proxy.internal:3128"))
        .contains(new ProxyTunnel("proxy.internal", 3128));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "proxy:3128",
        "https://proxy:3128",
        "http://proxy",
        "http://proxy:0",
        "http://proxy:65536",
        "http://u:p@proxy:3128",
        "http://proxy:3128/path"
      })
  void anotherFormOfAProxyIsRefused(String text) {
    assertThatThrownBy(() -> WebhookSendingSettings.PROXY_URL.parse().apply(text))
        .isInstanceOf(InvalidSetting.class);
  }

  @Test
  void allHostsOfADatabaseUrlAreServers() {
    assertThat(DatabaseServers.postgres("jdbc:postgresql://db1:5433,db2,[::1]:6432/accounts?a=b"))
        .containsExactly(
            InetSocketAddress.createUnresolved("db1", 5433),
            InetSocketAddress.createUnresolved("db2", 5432),
            InetSocketAddress.createUnresolved("::1", 6432));
  }
}
