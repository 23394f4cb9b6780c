package io.clientele.http.security.oidc;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The keys that an issuer publishes as a JWK set. A key that cannot be used is left out and the
 * others are kept (RFC 7517, section 5).
 *
 * @param ignored number of keys that were left out
 */
record IssuerKeySet(List<IssuerKey> keys, int ignored) {
  static final IssuerKeySet EMPTY = new IssuerKeySet(List.of(), 0);

  private static final int KEYS_MAX = 100;

  /** Two keys of one name are possible while one replaces the other; more are not tried. */
  private static final int TRIED_MAX = 4;

  IssuerKeySet {
    keys = List.copyOf(keys);
  }

  /** Reads a JWK set, of which the first {@value #KEYS_MAX} usable keys are kept. */
  static IssuerKeySet parse(String issuer, String json) throws ParseException {
    if (!(JSONObjectUtils.parse(json).get("keys") instanceof List<?> published)) {
      throw new ParseException("a JWK set has a list of keys", 0);
    }
    var keys = new ArrayList<IssuerKey>();
    for (var each : published) {
      var key = each instanceof Map<?, ?> map ? IssuerKey.parse(issuer, members(map)) : null;
      if (key != null && keys.size() < KEYS_MAX) {
        keys.add(key);
      }
    }
    return new IssuerKeySet(keys, published.size() - keys.size());
  }

  /**
   * The keys that may have signed a token with this header. A token without {@code kid} is only
   * possible if one key fits it (OpenID Connect Core 1.0, section 10.1).
   */
  List<IssuerKey> fitting(JWSHeader header) {
    var fitting = keys.stream().filter(key -> key.fits(header)).limit(TRIED_MAX).toList();
    return header.getKeyID() == null && fitting.size() > 1 ? List.of() : fitting;
  }

  boolean contains(IssuerKey key) {
    return keys.contains(key);
  }

  private static Map<String, Object> members(Map<?, ?> json) {
    var members = new HashMap<String, Object>();
    json.forEach((name, value) -> members.put(String.valueOf(name), value));
    return members;
  }
}
