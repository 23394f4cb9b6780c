package io.clientele.http.exchange.paging;

import io.clientele.http.exchange.StrictJsonReader;
import io.clientele.http.exchange.json.JsonWriter;
import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The cursor of a page: text fields, some null, as {@code base64url(checksum JSON)}. The checksum
 * finds accidental changes. It is not a secret: a cursor grants no more than the parameters that it
 * holds, and every field is validated again.
 */
public final class Cursor {
  private static final int LENGTH_MAX = 4096;
  private static final int CHECKSUM_DIGITS = 8;
  private static final Pattern ALPHABET = Pattern.compile("[A-Za-z0-9_-]+");

  private Cursor() {}

  /** The cursor of these fields; the first names the list and the version of its form. */
  public static String write(List<@Nullable String> fields) {
    var json =
        JsonWriter.write(
            out -> {
              out.writeStartArray();
              for (var field : fields) {
                if (field == null) {
                  out.writeNull();
                } else {
                  out.writeString(field);
                }
              }
              out.writeEndArray();
            });
    var text = checksum(json) + new String(json, StandardCharsets.UTF_8);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The fields of a cursor of this form and size; null if it is none, or not as we write it. */
  public static @Nullable List<@Nullable String> read(String cursor, String form, int size) {
    if (cursor.length() > LENGTH_MAX || !ALPHABET.matcher(cursor).matches()) {
      return null;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var fields = fields(text.substring(Math.min(CHECKSUM_DIGITS, text.length())));
      var isOurs = fields.size() == size && form.equals(fields.get(0));
      return isOurs && write(fields).equals(cursor) ? fields : null;
    } catch (IllegalArgumentException | ProblemException forged) {
      return null;
    }
  }

  private static List<@Nullable String> fields(String json) {
    var fields = new ArrayList<@Nullable String>();
    var faults = new ValidationErrors();
    for (var node : StrictJsonReader.read(json, faults)) {
      if (!node.isString() && !node.isNull()) {
        throw new IllegalArgumentException("not a field");
      }
      fields.add(node.isNull() ? null : node.stringValue());
    }
    faults.refuse();
    return fields;
  }

  private static String checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return String.format("%08x", crc.getValue());
  }
}
