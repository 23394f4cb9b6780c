package io.clientele.http.notice.mail;

import io.clientele.domain.kernel.InvalidValue;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail server. Prints without user and password.
 *
 * @param user null for a server that asks for none; then the password is null, too
 */
public record SmtpServer(
    String host, int port, Security security, @Nullable String user, @Nullable String password) {
  private static final int SMTP_PORT = 587;
  private static final int SMTPS_PORT = 465;
  private static final String RULE =
      "must look like smtps://user:password@host:465 or"
          + " smtp://user:password@host:587?starttls=required; starttls=none, without user and"
          + " password, is for a server on this machine";

  /** In host names and addresses; a host of IPv6 stands in brackets. */
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]+]");

  private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]");

  /** How the connection is secured. */
  public enum Security {
    /** TLS from the first byte. */
    TLS,
    /** TLS by STARTTLS, before anything else; a server without it is refused. */
    STARTTLS,
    /** None: only for a server on this machine. */
    NONE
  }

  /**
   * Reads {@code smtps://} or {@code smtp://}. A scheme without a port means the port of its
   * submission. Throws {@link InvalidValue}, which does not repeat the text.
   */
  public static SmtpServer parse(String url) {
    var uri = uri(url);
    var host = String.valueOf(uri.getHost());
    var security = security(uri);
    var login = login(uri.getRawUserInfo());
    var isPlainAllowed = LOOPBACK.matcher(host).matches() && login.length == 0;
    if (!HOST.matcher(host).matches()
        || !String.valueOf(uri.getPath()).matches("null|/?")
        || uri.getFragment() != null
        || (security == Security.NONE && !isPlainAllowed)) {
      throw broken();
    }
    var port = security == Security.TLS ? SMTPS_PORT : SMTP_PORT;
    return new SmtpServer(
        host,
        uri.getPort() < 0 ? port : uri.getPort(),
        security,
        login.length == 0 ? null : login[0],
        login.length == 0 ? null : login[1]);
  }

  private static URI uri(String url) {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException unreadable) {
      throw broken();
    }
  }

  private static Security security(URI uri) {
    var query = uri.getRawQuery();
    return switch (uri.getScheme() + (query == null ? "" : "?" + query)) {
      case "smtps" -> Security.TLS;
      case "smtp", "smtp?starttls=required" -> Security.STARTTLS;
      case "smtp?starttls=none" -> Security.NONE;
      default -> throw broken();
    };
  }

  private static String[] login(@Nullable String userInfo) {
    if (userInfo == null) {
      return new String[0];
    }
    var parts = userInfo.split(":", 2);
    if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw broken();
    }
    return new String[] {decoded(parts[0]), decoded(parts[1])};
  }

  /** Decodes percent signs; a plus sign stays. */
  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static InvalidValue broken() {
    return new InvalidValue("SMTP_URL", RULE);
  }

  @Override
  public String toString() {
    return (security == Security.TLS ? "smtps://" : "smtp://")
        + (user == null ? "" : "***:***@")
        + host
        + ":"
        + port;
  }
}
