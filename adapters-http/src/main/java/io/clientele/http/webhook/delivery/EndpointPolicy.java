package io.clientele.http.webhook.delivery;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.webhook.WebhookUrl;
import io.clientele.domain.webhook.WebhookUrlPolicy;
import io.clientele.http.net.CidrBlock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import okhttp3.HttpUrl;

/** Judges where messages may be sent to. Safe for use by many threads. */
public final class EndpointPolicy implements WebhookUrlPolicy {
  private static final String FIELD = "url";

  private final List<CidrBlock> allowed;
  private final OwnEndpoints own;
  private final NameResolver names;

  /**
   * Permits public addresses and these blocks, except for the own endpoints.
   *
   * @param allowed blocks that are permitted although they are not public; also by plain HTTP
   */
  public EndpointPolicy(Collection<CidrBlock> allowed, OwnEndpoints own, NameResolver names) {
    this.allowed = List.copyOf(allowed);
    this.own = own;
    this.names = names;
  }

  @Override
  public void require(WebhookUrl url) {
    var parsed = HttpUrl.parse(url.value());
    if (parsed == null || !isHostOf(url, parsed)) {
      throw new InvalidValue(FIELD, "must be an absolute URL");
    }
    List<InetAddress> addresses;
    try {
      addresses = names.resolve(parsed.host());
    } catch (UnknownHostException unknown) {
      throw new InvalidValue(FIELD, "must have a host whose name resolves");
    }
    for (var address : addresses) {
      if (!permits(address, parsed.port())) {
        throw new InvalidValue(FIELD, "must have a host with public addresses only");
      }
      if (url.isPlain() && !isAllowed(address)) {
        throw new InvalidValue(FIELD, "must begin with https://");
      }
    }
  }

  /**
   * Whether the client reads the host of a URL as the domain does. An IPv6 address must still be
   * one: the client turns those that map IPv4 addresses into IPv4.
   */
  static boolean isHostOf(WebhookUrl url, HttpUrl parsed) {
    var host = url.uri().getHost();
    return host.startsWith("[")
        ? parsed.host().indexOf(':') >= 0
        : host.equalsIgnoreCase(parsed.host());
  }

  /** The addresses of a host; refuses all if one of them is not permitted at any port. */
  List<InetAddress> resolve(String host) throws UnknownHostException {
    var addresses = names.resolve(host);
    if (!addresses.stream().allMatch(this::isReachable)) {
      throw new AddressRefusedException();
    }
    return addresses;
  }

  boolean permits(InetAddress address, int port) {
    return isReachable(address) && !own.contains(address, port);
  }

  /** Whether the address is in an allowed block, so that it may be reached by plain HTTP. */
  boolean isAllowed(InetAddress address) {
    return allowed.stream().anyMatch(block -> block.contains(address));
  }

  private boolean isReachable(InetAddress address) {
    return PublicAddresses.contains(address) || isAllowed(address);
  }
}
