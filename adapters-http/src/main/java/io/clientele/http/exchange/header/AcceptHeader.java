package io.clientele.http.exchange.header;

import io.clientele.http.exchange.problem.Problem;
import io.clientele.http.exchange.problem.ProblemException;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Compares the Accept header with the media types of a response (RFC 9110, section 12.5.1). */
public final class AcceptHeader {
  /** A weight in thousandths (RFC 9110, section 12.4.2). */
  private static final int FULL_WEIGHT = 1000;

  private static final Pattern WEIGHT = Pattern.compile("[qQ]=([01])(?:\\.([0-9]{0,3}))?+");

  private AcceptHeader() {}

  /** Answers 406 if the client accepts none of these media types, which commas separate. */
  public static void require(String mediaTypes, Context http) {
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
    throw new ProblemException(
        Problem.plain(406, "The response is available only as " + mediaTypes + "."));
  }

  static boolean takes(String mediaType, List<String> headers) {
    return weight(mediaType, headers) > 0;
  }

  /** Returns the weight of this type, 0 to 1000; the most specific range decides. */
  public static int weight(String mediaType, List<String> headers) {
    var ranges = List.of("*/*", mediaType.substring(0, mediaType.indexOf('/')) + "/*", mediaType);
    var best = -1;
    var weight = 0;
    var isAny = true;
    for (var range : HeaderValueSplitter.split(String.join(",", headers), ',')) {
      var parts = HeaderValueSplitter.split(range, ';');
      var name = parts.isEmpty() ? "" : parts.get(0).toLowerCase(Locale.ROOT);
      isAny &= name.indexOf('/') <= 0;
      var specific = ranges.indexOf(name);
      if (specific > best) {
        best = specific;
        weight = weight(parts);
      } else if (specific == best && specific >= 0) {
        weight = Math.max(weight, weight(parts));
      }
    }
    return isAny ? FULL_WEIGHT : weight;
  }

  /** The weight of one range; a parameter that is no weight is ignored. */
  private static int weight(List<String> parts) {
    for (var i = 1; i < parts.size(); i++) {
      var weight = WEIGHT.matcher(parts.get(i));
      if (weight.matches()) {
        var thousandths =
            (weight.group(1) + Objects.toString(weight.group(2), "") + "000").substring(0, 4);
        return Math.min(FULL_WEIGHT, Integer.parseInt(thousandths));
      }
    }
    return FULL_WEIGHT;
  }
}
