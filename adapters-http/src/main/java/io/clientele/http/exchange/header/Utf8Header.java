package io.clientele.http.exchange.header;

import io.clientele.domain.kernel.InvalidValue;
import io.clientele.domain.kernel.text.TextRules;
import io.clientele.http.exchange.problem.ValidationErrors;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Reads a header that carries text in UTF-8. The server gives each byte of it as one character. */
public final class Utf8Header {
  private Utf8Header() {}

  /**
   * The text, of 1 to {@code max} characters by the rules of {@link TextRules#line}. Null if the
   * header is absent, and if it is wrong: then its fault is noted.
   */
  public static @Nullable String read(Context http, String name, int max, ValidationErrors faults) {
    var values = Collections.list(http.req().getHeaders(name));
    if (values.size() > 1) {
      faults.header(name, "must be given once");
      return null;
    }
    return values.isEmpty() ? null : text(name, values.getFirst(), max, faults);
  }

  private static @Nullable String text(String name, String raw, int max, ValidationErrors faults) {
    try {
      return TextRules.line(name, decoded(raw), 1, max);
    } catch (CharacterCodingException notUtf8) {
      faults.header(name, "must be UTF-8");
    } catch (InvalidValue broken) {
      broken.faults().forEach(fault -> faults.header(name, fault.rule()));
    }
    return null;
  }

  private static String decoded(String raw) throws CharacterCodingException {
    var bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
