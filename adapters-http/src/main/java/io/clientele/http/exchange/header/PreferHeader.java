package io.clientele.http.exchange.header;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the {@code Prefer} header (RFC 7240); ignores unknown preferences. */
public final class PreferHeader {
  private PreferHeader() {}

  /** Returns the value of a preference, empty text for one without a value; empty if not given. */
  public static Optional<String> find(Context http, String name) {
    return http.req().getHeader("Prefer") == null
        ? Optional.empty()
        : find(String.join(",", Collections.list(http.req().getHeaders("Prefer"))), name);
  }

  /** Returns the value of the first preference of this name in the text of a header. */
  public static Optional<String> find(String preferences, String name) {
    for (var preference : HeaderValueSplitter.split(preferences, ',')) {
      var parameters = HeaderValueSplitter.split(preference, ';');
      var parts =
          parameters.isEmpty()
              ? List.<String>of()
              : HeaderValueSplitter.split(parameters.get(0), '=');
      if (!parts.isEmpty() && parts.get(0).equalsIgnoreCase(name)) {
        return Optional.of(parts.size() == 2 ? HeaderValueSplitter.unquoted(parts.get(1)) : "");
      }
    }
    return Optional.empty();
  }
}
