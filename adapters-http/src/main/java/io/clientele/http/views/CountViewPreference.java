package io.clientele.http.views;

import io.clientele.http.exchange.header.HeaderValueSplitter;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;

/** Reads the {@code Prefer} header (RFC 7240); ignores unknown preferences. */
public final class CountViewPreference {
  private static final String COUNT_VIEW = "count-view";

  private CountViewPreference() {}

  /** Whether the client wants this read not to be counted as a view. */
  public static boolean countsNoView(Context http) {
    return http.req().getHeader("Prefer") != null
        && countsNoView(String.join(",", Collections.list(http.req().getHeaders("Prefer"))));
  }

  public static boolean countsNoView(String wishes) {
    for (var wish : HeaderValueSplitter.split(wishes, ',')) {
      var parameters = HeaderValueSplitter.split(wish, ';');
      var parts =
          parameters.isEmpty()
              ? List.<String>of()
              : HeaderValueSplitter.split(parameters.get(0), '=');
      if (!parts.isEmpty() && parts.get(0).equalsIgnoreCase(COUNT_VIEW)) {
        return parts.size() == 2 && HeaderValueSplitter.unquoted(parts.get(1)).equals("no");
      }
    }
    return false;
  }

  /** Adds {@code Preference-Applied} to the response. */
  public static void appliedNoView(Context http) {
    http.res().setHeader("Preference-Applied", COUNT_VIEW + "=no");
  }
}
