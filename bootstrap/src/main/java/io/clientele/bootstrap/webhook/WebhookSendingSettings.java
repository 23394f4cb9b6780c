package io.clientele.bootstrap.webhook;

import io.clientele.bootstrap.config.ContextSetting;
import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.bootstrap.config.SettingGroup;
import io.clientele.domain.kernel.InvalidValue;
import io.clientele.http.net.CidrBlock;
import io.clientele.http.webhook.delivery.ProxyTunnel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The settings of webhooks. */
final class WebhookSendingSettings {
  private static final int PORT_MAX = 65_535;
  private static final Pattern PROXY =
      Pattern.compile("http://(?<host>[A-Za-z0-9.-]{1,253}):(?<port>[0-9]{1,5})/?");

  static final ContextSetting<List<CidrBlock>> ALLOW =
      ContextSetting.of(
          "WEBHOOK_ALLOW",
          "",
          "Addresses that webhooks may reach although they are not public, also by plain HTTP:"
              + " addresses or ranges such as `10.1.0.0/16`, separated by commas. Own ports,"
              + " PostgreSQL and Redis are refused all the same",
          WebhookSendingSettings::blocks);

  static final ContextSetting<Optional<ProxyTunnel>> PROXY_URL =
      ContextSetting.optional(
          "WEBHOOK_PROXY",
          false,
          "A proxy for webhooks, as `http://host:port`. It gets `CONNECT` with the address that was"
              + " judged, and resolves no name",
          WebhookSendingSettings::proxy);

  static final SettingGroup GROUP =
      new SettingGroup("Webhooks", List.of(ALLOW, WebhookRelaySettings.LOG, PROXY_URL));

  private WebhookSendingSettings() {}

  private static List<CidrBlock> blocks(String text) {
    try {
      return text.isEmpty()
          ? List.of()
          : Stream.of(text.split(",", -1)).map(String::strip).map(CidrBlock::parse).toList();
    } catch (InvalidValue none) {
      throw new InvalidSetting(
          "must be addresses or ranges such as 10.1.0.0/16, separated by commas");
    }
  }

  private static ProxyTunnel proxy(String text) {
    var matcher = PROXY.matcher(text);
    var port = matcher.matches() ? Integer.parseInt(matcher.group("port")) : 0;
    if (port < 1 || port > PORT_MAX) {
      throw new InvalidSetting("must look like http://host:port");
    }
    return new ProxyTunnel(matcher.group("host"), port);
  }
}
