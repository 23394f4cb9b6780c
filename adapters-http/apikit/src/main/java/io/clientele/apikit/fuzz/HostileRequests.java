package io.clientele.apikit.fuzz;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The requests that cost most to refuse: wide, deep, long and repetitive ones. */
public final class HostileRequests {
  private static final String JSON = "application/json";
  private static final int BODY_MAX = 64 * 1024;

  private HostileRequests() {}

  /** Twenty of them, each near the largest size that its part of a request may have. */
  public static List<HostileRequest> worst() {
    return List.of(
        open("wide object", object(1_980, i -> "\"" + padded(i, 24) + "\":0")),
        open("short unknown names", object(1_980, i -> "\"" + padded(i, 4) + "\":0")),
        open("repeated names", object(1_980, i -> "\"" + padded(i / 2, 20) + "\":0")),
        open("deep and wide object", deepAndWide()),
        open("deep array", "{\"name\":" + "[".repeat(31) + "]".repeat(31) + "}"),
        open("empty objects", "{\"name\":[" + "{},".repeat(1_980) + "{}]}"),
        open("empty arrays", "{\"name\":[" + "[],".repeat(1_980) + "[]]}"),
        open("names of 256 characters", object(240, i -> "\"" + padded(i, 256) + "\":0")),
        open("name of 60,000 characters", "{\"" + "n".repeat(60_000) + "\":0}"),
        open(
            "names to percent-encode",
            object(240, i -> "\"" + "é".repeat(100) + padded(i, 4) + "\":0")),
        open("unpaired surrogates", "{\"name\":[" + "\"\\ud800\",".repeat(3_900) + "0]}"),
        open("NUL in names", object(1_900, i -> "\"\\u0000" + padded(i, 8) + "\":0")),
        open("metadata of 1,900 pairs", metadata(1_900, 20)),
        open("metadata with long keys", metadata(240, 240)),
        open("huge exponents", object(1_200, i -> "\"" + padded(i, 4) + "\":1e-99999999999999999")),
        open("small objects", "{\"name\":[" + "{\"\":0},".repeat(980) + "{}]}"),
        open("one long text", "{\"name\":\"" + "a\\u0301".repeat(9_000) + "\"}"),
        open("brackets without end", "[".repeat(BODY_MAX)),
        get(
            "unknown parameters",
            IntStream.range(0, 900).mapToObj(i -> "p" + i).collect(Collectors.joining("&"))),
        get("undecodable parameters", "%ff=&".repeat(1_300)));
  }

  /** The bodies among them, as every route with a JSON body gets them. */
  public static List<HostileRequest> bodies() {
    return worst().stream().filter(request -> !request.body().isEmpty()).toList();
  }

  private static HostileRequest open(String name, String body) {
    return new HostileRequest(name, "POST", "/v1/accounts", JSON, body);
  }

  private static HostileRequest get(String name, String query) {
    return new HostileRequest(name, "GET", "/v1/accounts?" + query, "", "");
  }

  private static String deepAndWide() {
    var step = "{\"" + "n".repeat(250) + "\":";
    return step.repeat(31)
        + object(1_780, i -> "\"" + padded(i, 8) + "\\u0000\":0")
        + "}".repeat(31);
  }

  private static String metadata(int pairs, int length) {
    return "{\"metadata\":" + object(pairs, i -> "\"" + padded(i, length) + "\":\"\\u0007\"") + "}";
  }

  private static String object(int members, IntFunction<String> member) {
    return IntStream.range(0, members).mapToObj(member).collect(Collectors.joining(",", "{", "}"));
  }

  private static String padded(int number, int length) {
    return ("%0" + length + "d").formatted(number);
  }
}
