package io.clientele.http.webhook.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A resolver of names whose answers change from one question to the next. */
final class RebindingNames implements NameResolver {
  private final Map<String, Deque<List<InetAddress>>> answers = new ConcurrentHashMap<>();

  /** The next answer for this name; the last one is repeated. */
  RebindingNames then(String name, String... addresses) {
    answers.computeIfAbsent(name, any -> new ArrayDeque<>()).add(parsed(addresses));
    return this;
  }

  @Override
  public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
    var left = answers.get(host);
    if (left == null) {
      throw new UnknownHostException(host);
    }
    return left.size() > 1 ? left.poll() : left.peek();
  }

  private static List<InetAddress> parsed(String... texts) {
    var addresses = new ArrayList<InetAddress>();
    for (var text : texts) {
      addresses.add(InetAddress.ofLiteral(text));
    }
    return addresses;
  }
}
