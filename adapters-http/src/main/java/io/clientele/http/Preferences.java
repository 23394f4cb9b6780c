package io.clientele.http;

import io.javalin.http.Context;
import java.util.Collections;

/** What a client would like (RFC 7240). Unknown wishes are ignored, as the RFC demands. */
public final class Preferences {
  private static final String COUNT_VIEW = "count-view";

  private Preferences() {}

  /** Whether the client wants this read not to be counted as a view. */
  public static boolean countsNoView(Context http) {
    return http.req().getHeader("Prefer") != null
        && countsNoView(String.join(",", Collections.list(http.req().getHeaders("Prefer"))));
  }

  static boolean countsNoView(String wishes) {
    for (var wish : wishes.split(",")) {
      var parts = wish.split(";", 2)[0].split("=", 2);
      if (parts[0].strip().equalsIgnoreCase(COUNT_VIEW)) {
        return parts.length == 2 && parts[1].strip().replace("\"", "").equals("no");
      }
    }
    return false;
  }

  /** Tells the client that it was heard. */
  public static void appliedNoView(Context http) {
    http.res().setHeader("Preference-Applied", COUNT_VIEW + "=no");
  }
}
