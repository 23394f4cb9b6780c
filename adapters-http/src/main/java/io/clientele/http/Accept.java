package io.clientele.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Whether a client takes what a route answers with (RFC 9110, section 12.5.1). */
final class Accept {
  private Accept() {}

  /** Refuses with 406 a client that says it takes none of these, which commas separate. */
  static void require(String mediaTypes, Context http) {
    var header = http.req().getHeader("Accept");
    if (header == null || header.equals("*/*") || header.equals(mediaTypes)) {
      return;
    }
    var headers = Collections.list(http.req().getHeaders("Accept"));
    for (var mediaType : mediaTypes.split(", ", -1)) {
      if (takes(mediaType, headers)) {
        return;
      }
    }
    throw new Refusal(Problem.plain(406, "This answers with " + mediaTypes + "."));
  }

  /** The most specific range that fits decides; without any range nothing is excluded. */
  static boolean takes(String mediaType, List<String> headers) {
    var general = mediaType.substring(0, mediaType.indexOf('/')) + "/*";
    var best = -1;
    var taken = false;
    var any = false;
    for (var range : String.join(",", headers).split(",", -1)) {
      var parts = range.split(";", -1);
      var name = parts[0].strip().toLowerCase(Locale.ROOT);
      any |= name.indexOf('/') > 0;
      var specific = List.of("*/*", general, mediaType).indexOf(name);
      if (specific > best) {
        best = specific;
        taken = isWanted(parts);
      } else if (specific == best && specific >= 0) {
        taken |= isWanted(parts);
      }
    }
    return taken || !any;
  }

  /** A weight of nought excludes; anything that is not a weight is ignored. */
  private static boolean isWanted(String[] parts) {
    for (var i = 1; i < parts.length; i++) {
      var parameter = parts[i].strip().toLowerCase(Locale.ROOT);
      if (parameter.matches("q=0(\\.0{0,3})?")) {
        return false;
      }
    }
    return true;
  }
}
