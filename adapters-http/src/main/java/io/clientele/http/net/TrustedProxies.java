package io.clientele.http.net;

import io.clientele.http.exchange.header.HeaderValueSplitter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The proxies whose {@code X-Forwarded-For} entries are trusted. Each proxy appends the address of
 * its client, so the header is read from its end, as long as the writer of an entry is trusted.
 * Earlier entries may be forged.
 */
public record TrustedProxies(List<CidrBlock> ranges) {
  /** No proxy is trusted. */
  public static final TrustedProxies NONE = new TrustedProxies(List.of());

  public TrustedProxies {
    ranges = List.copyOf(ranges);
  }

  /** Returns the key of the address limits that a request counts against. */
  public String client(Request request) {
    return of(request, IpAddresses::holder);
  }

  /** The network of a request. */
  public String network(Request request) {
    return of(request, IpAddresses::network);
  }

  /** The site of a request. */
  public String site(Request request) {
    return of(request, IpAddresses::site);
  }

  private String of(Request request, Function<InetAddress, String> name) {
    var peer = peer(request);
    if (peer == null) {
      return "unknown";
    }
    return name.apply(isTrusted(peer) ? client(peer, request.getHeaders()) : peer);
  }

  /** Whether a proxy that is believed says that its client came by TLS. */
  public boolean isSecure(Request request) {
    if (ranges.isEmpty()) {
      return false;
    }
    var peer = peer(request);
    if (peer == null || !isTrusted(peer)) {
      return false;
    }
    var told = request.getHeaders().getLast(HttpHeader.X_FORWARDED_PROTO);
    if (told == null) {
      return false;
    }
    var schemes = HeaderValueSplitter.split(told, ',');
    return !schemes.isEmpty() && schemes.getLast().equals("https");
  }

  InetAddress client(InetAddress peer, HttpFields headers) {
    var believed = peer;
    for (var line : headers.getValuesList(HttpHeader.X_FORWARDED_FOR).reversed()) {
      var hops = line.split(",", -1);
      for (var i = hops.length - 1; i >= 0; i--) {
        var hop = hops[i].strip();
        if (hop.isEmpty()) {
          continue;
        }
        var before = IpAddresses.parse(hop);
        if (before == null) {
          return believed;
        }
        believed = before;
        if (!isTrusted(before)) {
          return believed;
        }
      }
    }
    return believed;
  }

  /** Whether this address is one of the proxies. */
  public boolean isTrusted(InetAddress address) {
    for (var range : ranges) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable InetAddress peer(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress peer
        ? peer.getAddress()
        : null;
  }
}
