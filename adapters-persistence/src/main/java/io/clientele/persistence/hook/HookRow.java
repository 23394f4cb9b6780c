package io.clientele.persistence.hook;

import io.clientele.domain.hook.HookContent;
import io.clientele.domain.hook.HookMessage;
import io.clientele.domain.hook.HookMessage.Status;
import io.clientele.domain.hook.HookMessageId;
import io.clientele.domain.hook.HookSource;
import io.clientele.persistence.jdbc.Timestamps;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A message as a row, and its content as bytes. */
final class HookRow {
  /** The columns of {@link #message}, in order. */
  static final String COLUMNS = "id, received_at, source, external_id, verified_by, status";

  private HookRow() {}

  static HookMessage message(ResultSet row) throws SQLException {
    return new HookMessage(
        new HookMessageId(row.getObject(1, UUID.class)),
        Timestamps.instant(row, 2),
        new HookSource(row.getString(3)),
        row.getString(4),
        row.getString(5),
        Status.valueOf(row.getString(6)));
  }

  /** The number of headers, each with its name and value as a length and UTF-8, then the body. */
  static byte[] bytes(HookContent content) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      var headers = new TreeMap<>(content.headers());
      out.writeInt(headers.size());
      for (var header : headers.entrySet()) {
        write(out, header.getKey());
        write(out, header.getValue());
      }
      out.write(content.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #bytes} wrote. */
  static HookContent content(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      Map<String, String> headers = new TreeMap<>();
      for (var left = in.readInt(); left > 0; left--) {
        headers.put(read(in), read(in));
      }
      return new HookContent(headers, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
