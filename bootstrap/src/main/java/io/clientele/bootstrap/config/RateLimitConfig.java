package io.clientele.bootstrap.config;

/**
 * Whether callers and addresses are limited, and the connections of an address. The quota of each
 * rate limit is a setting of its own: {@link RateLimitSettings}.
 *
 * @param isOn whether there are limits at all
 * @param connectionsPerAddress how many connections one address may have open
 */
public record RateLimitConfig(boolean isOn, int connectionsPerAddress) {
  /** The effective limit of connections; none without rate limits. */
  int connectionsMax() {
    return isOn ? connectionsPerAddress : Integer.MAX_VALUE;
  }
}
