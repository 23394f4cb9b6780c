package io.clientele.domain.webhook;

import io.clientele.domain.kernel.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/**
 * The URL that a webhook sends to. The path and the query are secrets of its owner, so the URL
 * prints as scheme and host only. Which addresses a host may resolve to is judged elsewhere: when
 * the webhook is stored, and at each connection.
 *
 * @param value an absolute {@code https} or {@code http} URL of at most 2,000 ASCII characters,
 *     without user information and fragment; its port is 443, or at least 1,024. The host is a
 *     name, or an IPv6 address in brackets without a zone
 */
public record WebhookUrl(String value) {
  private static final int LENGTH_MAX = 2_000;
  private static final int HTTPS_PORT = 443;
  private static final int PORT_MIN = 1_024;
  private static final int PORT_MAX = 65_535;

  public WebhookUrl {
    Objects.requireNonNull(value, "value");
    var uri = parsed(value);
    var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    require(scheme.equals("https") || scheme.equals("http"), "must begin with https://");
    require(uri.getHost() != null, "must have a host");
    require(uri.getRawUserInfo() == null, "must not have user information");
    require(uri.getRawFragment() == null, "must not have a fragment");
    require(isHost(uri.getHost()), "must have a host whose last label is a name");
    var port = port(uri, scheme);
    require(
        port == HTTPS_PORT || port >= PORT_MIN && port <= PORT_MAX,
        "must have the port 443, or one from 1024 to 65535");
  }

  /** The URL as the JDK reads it. */
  public URI uri() {
    return URI.create(value);
  }

  /**
   * The scheme and the host, which all readers of webhooks may see: {@code https://example.com}.
   */
  public String origin() {
    return uri().getScheme().toLowerCase(Locale.ROOT) + "://" + uri().getHost();
  }

  /** Whether the URL is plain {@code http}. */
  public boolean isPlain() {
    return uri().getScheme().equalsIgnoreCase("http");
  }

  /** Prints the scheme and the host. */
  @Override
  public String toString() {
    return origin();
  }

  private static URI parsed(String value) {
    require(
        value.length() <= LENGTH_MAX && value.chars().allMatch(c -> c > ' ' && c < 127),
        "must be at most 2000 ASCII characters");
    try {
      return new URI(value);
    } catch (URISyntaxException malformed) {
      throw new InvalidValue("url", "must be an absolute URL");
    }
  }

  /** Plain HTTP without a port is port 80, which is refused. */
  private static int port(URI uri, String scheme) {
    return uri.getPort() == -1 ? scheme.equals("https") ? HTTPS_PORT : 80 : uri.getPort();
  }

  /** IPv4 addresses are refused in all their forms: clients read them differently. */
  private static boolean isHost(String host) {
    return host.startsWith("[") ? host.indexOf('%') < 0 : !isNumber(lastLabel(host));
  }

  private static String lastLabel(String host) {
    var name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Decimal, or hexadecimal as in {@code 0x7f000001}. */
  private static boolean isNumber(String label) {
    return label.isEmpty() || label.matches("[0-9]+") || label.matches("0[xX][0-9a-fA-F]*");
  }

  private static void require(boolean isKept, String rule) {
    if (!isKept) {
      throw new InvalidValue("url", rule);
    }
  }
}
