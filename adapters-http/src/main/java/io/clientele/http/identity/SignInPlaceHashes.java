package io.clientele.http.identity;

import io.clientele.domain.identity.OperatorId;
import io.clientele.domain.identity.SecretHash;
import io.clientele.domain.identity.session.SignInPlace;
import io.clientele.http.exchange.header.BrowserFamily;
import io.clientele.http.limits.RequestRateLimiter;
import io.clientele.http.security.TokenKeys;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * Hashes the place that an operator signs in from: the site of its address, which the ingress
 * resolved, and the family of its browser.
 */
public final class SignInPlaceHashes {
  private static final String LABEL = "clientele sign-in place 1";

  private final RequestRateLimiter limits;
  private final List<SecretKey> keys;

  /**
   * Hashes places.
   *
   * @param limits tell the site of a request
   * @param keys from which those of the hashes are derived
   */
  public SignInPlaceHashes(RequestRateLimiter limits, TokenKeys keys) {
    this.limits = limits;
    this.keys = keys.derived(LABEL);
  }

  /** Returns the place of a request of this operator. */
  SignInPlace of(Context http, OperatorId operator) {
    var browser = BrowserFamily.of(http.header("User-Agent"));
    var text = operator + " " + limits.site(http) + " " + browser;
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new SignInPlace(
        keys.stream().map(key -> new SecretHash(DeviceCookie.mac(key, bytes))).toList());
  }
}
