package io.clientele.domain.hook;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The headers and the body of a message, as they came. Immutable; prints neither. */
public final class HookContent {
  /** The largest body, in bytes. */
  public static final int BODY_BYTES_MAX = 256 * 1024;

  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * Takes headers by their names, in any case, and a body.
   *
   * @throws IllegalArgumentException if the body is larger than {@link #BODY_BYTES_MAX}
   */
  public HookContent(Map<String, String> headers, byte[] body) {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(body, "body");
    if (body.length > BODY_BYTES_MAX) {
      throw new IllegalArgumentException("the body is too large");
    }
    var lower = new TreeMap<String, String>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    this.headers = Map.copyOf(lower);
    this.body = body.clone();
  }

  /** The header of this lower-case name; null if it is absent. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The headers by their lower-case names. */
  public Map<String, String> headers() {
    return headers;
  }

  /** A copy of the body. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns this content with the headers of these lower-case names only. */
  public HookContent with(Set<String> names) {
    var kept =
        headers.entrySet().stream()
            .filter(header -> names.contains(header.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new HookContent(kept, body);
  }

  @Override
  public String toString() {
    return "HookContent[" + body.length + " bytes]";
  }
}
