package io.clientele.http;

import io.clientele.domain.InvalidValue;
import io.clientele.domain.Text;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Reads a header that carries text in UTF-8. The server gives each byte of it as one character. */
public final class HeaderText {
  private HeaderText() {}

  /**
   * The text, of 1 to {@code max} characters by the rules of {@link Text#line}. Null if the header
   * is absent, and if it is wrong: then its fault is noted.
   */
  public static @Nullable String read(Context http, String name, int max, Faults faults) {
    var values = Collections.list(http.req().getHeaders(name));
    if (values.size() > 1) {
      faults.header(name, "must be given once");
      return null;
    }
    return values.isEmpty() ? null : text(name, values.getFirst(), max, faults);
  }

  private static @Nullable String text(String name, String raw, int max, Faults faults) {
    try {
      return Text.line(name, decoded(raw), 1, max);
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
