package io.clientele.http.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves the name of a host to its addresses. */
@FunctionalInterface
public interface NameResolver {
  /** The resolver of the JDK. */
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** Returns at least one address, or throws. */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
