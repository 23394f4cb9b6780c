package io.clientele.http.exchange;

import io.clientele.domain.kernel.Idempotent;
import io.clientele.domain.kernel.StoredResponse;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.util.Collections;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header that has a request carried out once, however often it is sent. */
public final class IdempotencyKeyHeader {
  private static final String HEADER = "Idempotency-Key";
  private static final int MAX = 255;
  private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7e][\\x21-\\x7e]*+");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])++)\"");

  private IdempotencyKeyHeader() {}

  /** What the client calls its request; null, and a fault noted if it is malformed, if nothing. */
  public static @Nullable String read(Context http, ValidationErrors faults) {
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

  /**
   * The request under this name, with what it says; null without a name.
   *
   * @param caller whose key it is
   */
  public static <T> @Nullable Idempotent<T> once(
      Context http, String caller, @Nullable String name, Function<T, StoredResponse> answering) {
    if (name == null) {
      return null;
    }
    var request = http.req();
    var key =
        new Idempotent.Key(
            caller, request.getMethod(), request.getRequestURI(), name, RequestBodies.hash(http));
    return new Idempotent<>(key, answering);
  }

  static @Nullable String parse(String text) {
    var quoted = QUOTED.matcher(text.strip());
    var name = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : text.strip();
    var isKey = quoted.matches() || BARE.matcher(name).matches();
    return isKey && name.length() <= MAX ? name : null;
  }
}
