package io.clientele.apikit.fuzz;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The imports that cost most to refuse. Each has at most 10,000 lines and 8 MiB. */
public final class HostileImports {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final int BYTES_MAX = 8 * 1024 * 1024 - 1024;
  private static final int LINES_MAX = 10_000;
  private static final String HEADER = "name,email\n";

  private HostileImports() {}

  /** Wide, deep, long and repetitive lines; all of them are refused. */
  public static List<HostileRequest> worst() {
    return List.of(
        lines("short unknown names in lines", "{" + names(150, "0") + "}"),
        lines("repeated names in lines", "{" + "\"name\":1,".repeat(92) + "\"name\":1}"),
        lines("repeated unknown names in lines", "{" + "\"a\":1,".repeat(139) + "\"a\":1}"),
        lines("metadata of 115 texts in lines", "{\"metadata\":{" + names(115, "\"\"") + "}}"),
        lines("metadata of 50 texts in lines", "{\"metadata\":{" + names(50, "\"\"") + "}}"),
        lines("small objects in lines", "{\"x\":[" + "{\"a\":0},".repeat(100) + "1]}"),
        lines("NUL in lines", "{\"name\":[" + "\"\\u0000\",".repeat(90) + "1]}"),
        lines("objects without members", "{}"),
        lines("malformed objects", "{x}"),
        lines("lines that are no JSON", "x".repeat(838)),
        lines("numbers with huge exponents", "{\"name\":" + "1e2147483648}"),
        imports("blank lines and one that is not", NDJSON, "\n".repeat(BYTES_MAX) + "x"),
        imports("lines of 64 KiB", NDJSON, wideLines()),
        imports("too many lines", NDJSON, "{}\n".repeat(BYTES_MAX / 3)),
        rows("rows of many fields", HEADER, "x" + ",y".repeat(418)),
        rows("rows of escaped quotes", HEADER, "\"" + "\"\"".repeat(415) + "\",a"),
        rows("rows of two letters", HEADER, "a,b"),
        rows("text after quotes", HEADER, "\"x\"y"),
        rows("metadata in rows", "name,email,metadata\n", "a,b,\"{" + quoted(70) + "}\""),
        rows("malformed metadata in rows", "name,email,metadata\n", "a,b,{x}"),
        imports("a header of a million columns", CSV, "a,".repeat(BYTES_MAX / 2)),
        imports("an unclosed quote", CSV, HEADER + "\"" + "x".repeat(BYTES_MAX)),
        imports("too many rows", CSV, HEADER + "a\n".repeat(BYTES_MAX / 2)),
        imports("rows of empty quotes", CSV, "name\n" + "\"\",\"\"\n".repeat(BYTES_MAX / 6)));
  }

  /** The number of its lines that have a result each. */
  public static long lines(HostileRequest hostile) {
    return hostile.body().lines().filter(line -> !line.isEmpty()).limit(LINES_MAX).count();
  }

  private static HostileRequest lines(String name, String line) {
    return imports(name, NDJSON, repeated(line));
  }

  private static HostileRequest rows(String name, String header, String row) {
    return imports(name, CSV, header + repeated(row));
  }

  private static String repeated(String line) {
    var whole = line + "\n";
    return whole.repeat(Math.min(LINES_MAX, BYTES_MAX / whole.length()));
  }

  private static HostileRequest imports(String name, String type, String body) {
    return new HostileRequest(name, "POST", "/v1/accounts/import?dryRun=true", type, body);
  }

  private static String wideLines() {
    var line = object(7_000, i -> "\"%04d\":0".formatted(i)) + "\n";
    return line.repeat(BYTES_MAX / line.length());
  }

  private static String names(int count, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + Integer.toString(i, 36) + "\":" + value)
        .collect(Collectors.joining(","));
  }

  private static String quoted(int count) {
    return names(count, "0").replace("\"", "\"\"");
  }

  private static String object(int members, IntFunction<String> member) {
    return IntStream.range(0, members).mapToObj(member).collect(Collectors.joining(",", "{", "}"));
  }
}
