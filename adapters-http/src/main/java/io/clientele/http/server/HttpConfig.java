package io.clientele.http.server;

import io.clientele.http.net.AllowedOrigins;
import io.clientele.http.net.TrustedProxies;

/**
 * The settings of the HTTP server: its address, and its limits for clients.
 *
 * @param port 0 takes any free one
 * @param headBytesMax of a request line and its headers; more is 431, or 414 where the line alone
 *     is
 * @param headMillis to receive a head; one that takes longer is 408, and the connection closed
 * @param bodyMillis to receive a body; a slower one is 408, and the connection closed
 * @param idleMillis without a byte in either direction; longer than any balancer before us lets a
 *     connection wait (AWS: 60 seconds), or it sends a request on one that we close just then
 * @param connectionsMax more are not accepted until others close
 * @param connectionsPerAddress of one address, or of one /64 of IPv6; more are closed at once.
 *     Trusted proxies have no such limit
 * @param fullIdleMillis idle time-out while {@code connectionsMax} connections are open
 * @param workMax requests of operations that are processed at once; others wait
 * @param waitMillis the longest wait before 503; together with the time limit of a hanging database
 *     a response takes at most 2 seconds
 * @param drainMillis for requests in progress when the server stops
 * @param proxies whose {@code X-Forwarded-For} is trusted
 * @param origins whose pages may call, beside our own
 * @param store the port and the limits of the store
 */
public record HttpConfig(
    String bind,
    int port,
    int headBytesMax,
    int headMillis,
    int bodyMillis,
    int idleMillis,
    int connectionsMax,
    int connectionsPerAddress,
    int fullIdleMillis,
    int workMax,
    int waitMillis,
    int drainMillis,
    TrustedProxies proxies,
    AllowedOrigins origins,
    StoreIngress store) {
  /** The limits that suit a service behind a load balancer, with 256 MiB of heap. */
  public static HttpConfig of(String bind, int port) {
    return new HttpConfig(
        bind,
        port,
        8192,
        10_000,
        20_000,
        75_000,
        2000,
        512,
        3000,
        64,
        1000,
        10_000,
        TrustedProxies.NONE,
        AllowedOrigins.NONE,
        StoreIngress.SHARED);
  }

  /** Returns a copy with another limit of connections for each address. */
  public HttpConfig withConnectionsPerAddress(int max) {
    return new HttpConfig(
        bind,
        port,
        headBytesMax,
        headMillis,
        bodyMillis,
        idleMillis,
        connectionsMax,
        max,
        fullIdleMillis,
        workMax,
        waitMillis,
        drainMillis,
        proxies,
        origins,
        store);
  }

  /** Returns a copy with these trusted proxies and allowed origins. */
  public HttpConfig behind(TrustedProxies others, AllowedOrigins pages) {
    return new HttpConfig(
        bind,
        port,
        headBytesMax,
        headMillis,
        bodyMillis,
        idleMillis,
        connectionsMax,
        connectionsPerAddress,
        fullIdleMillis,
        workMax,
        waitMillis,
        drainMillis,
        others,
        pages,
        store);
  }

  /** Returns a copy with another ingress of the store. */
  public HttpConfig withStore(StoreIngress ingress) {
    return with(port, connectionsMax, ingress);
  }

  /** Returns a copy for the listener that alone serves the store. */
  HttpConfig ofStore() {
    return with(store.port().orElseThrow(), store.connectionsMax(), store);
  }

  private HttpConfig with(int otherPort, int otherConnectionsMax, StoreIngress ingress) {
    return new HttpConfig(
        bind,
        otherPort,
        headBytesMax,
        headMillis,
        bodyMillis,
        idleMillis,
        otherConnectionsMax,
        connectionsPerAddress,
        fullIdleMillis,
        workMax,
        waitMillis,
        drainMillis,
        proxies,
        origins,
        ingress);
  }
}
