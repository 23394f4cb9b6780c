package io.clientele.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;

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
    for (var wish : QuotedText.split(wishes, ',')) {
      var parameters = QuotedText.split(wish, ';');
      var parts =
          parameters.isEmpty() ? List.<String>of() : QuotedText.split(parameters.get(0), '=');
      if (!parts.isEmpty() && parts.get(0).equalsIgnoreCase(COUNT_VIEW)) {
        return parts.size() == 2 && QuotedText.unquoted(parts.get(1)).equals("no");
      }
    }
    return false;
  }

  /** Tells the client that it was heard. */
  public static void appliedNoView(Context http) {
    http.res().setHeader("Preference-Applied", COUNT_VIEW + "=no");
  }
}
