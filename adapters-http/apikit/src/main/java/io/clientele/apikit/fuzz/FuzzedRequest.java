package io.clientele.apikit.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the wire.
 *
 * @param caller which of the callers' tokens it bears; negative if none that is right
 * @param wire a character for each byte
 */
record FuzzedRequest(String method, String target, int caller, String wire) {
  /** Without the query. */
  String path() {
    return target.split("[?#]", 2)[0];
  }

  byte[] bytes() {
    return wire.getBytes(StandardCharsets.ISO_8859_1);
  }
}
