package io.clientele.persistence.change;

import io.clientele.domain.kernel.FieldChange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The encrypted part of an entry: all data that may be personal, changes and reason. */
public record AuditPayload(List<FieldChange> changes, @Nullable String reason) {
  /** Nothing to encrypt, or nothing readable any more. */
  public static final AuditPayload NONE = new AuditPayload(List.of(), null);

  private static final int LAYOUT = 1;
  private static final int ABSENT = -1;

  public AuditPayload {
    changes = List.copyOf(changes);
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      write(out, reason);
      out.writeInt(changes.size());
      for (var change : changes) {
        write(out, change.field());
        write(out, change.before());
        write(out, change.after());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static AuditPayload of(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != LAYOUT) {
        throw new IllegalStateException("an entry's secret has a layout of another version");
      }
      var reason = read(in);
      var changes = new ArrayList<FieldChange>();
      for (var left = in.readInt(); left > 0; left--) {
        changes.add(new FieldChange(String.valueOf(read(in)), read(in), read(in)));
      }
      return new AuditPayload(changes, reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(ABSENT);
      return;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static @Nullable String read(DataInputStream in) throws IOException {
    var length = in.readInt();
    return length == ABSENT ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
