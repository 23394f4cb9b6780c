package io.clientele.http.exchange;

import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key}, which names a request that may be sent again. */
final class IdempotencyKeyHeader {
  static final String HEADER = "Idempotency-Key";
  private static final int MAX = 255;
  private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7e][\\x21-\\x7e]*+");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])++)\"");

  private IdempotencyKeyHeader() {}

  /** The key; null if there is none or it is malformed, which is noted as a fault. */
  static @Nullable String read(Context http, ValidationErrors faults) {
    var sent = Collections.list(http.req().getHeaders(HEADER));
    if (sent.isEmpty()) {
      return null;
    }
    var name = sent.size() == 1 ? parse(sent.get(0)) : null;
    if (name == null) {
      faults.header(HEADER, "must be one key of 1 to 255 visible ASCII characters");
    }
    return name;
  }

  static @Nullable String parse(String text) {
    var quoted = QUOTED.matcher(text.strip());
    var name = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : text.strip();
    var isKey = quoted.matches() || BARE.matcher(name).matches();
    return isKey && name.length() <= MAX ? name : null;
  }
}
