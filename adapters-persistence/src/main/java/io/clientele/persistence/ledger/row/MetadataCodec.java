package io.clientele.persistence.ledger.row;

import io.clientele.domain.kernel.text.Metadata;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;

/** Metadata of a transfer as bytes: a version, the number of pairs, keys and values. */
public final class MetadataCodec {
  private static final int LAYOUT = 1;

  private MetadataCodec() {}

  public static byte[] write(Metadata metadata) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeByte(metadata.entries().size());
      for (var pair : metadata.entries().entrySet()) {
        out.writeUTF(pair.getKey());
        out.writeUTF(pair.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  public static Metadata read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != LAYOUT) {
        throw new IllegalStateException("metadata has a layout of another version");
      }
      var entries = new HashMap<String, String>();
      for (var left = in.readByte(); left > 0; left--) {
        entries.put(in.readUTF(), in.readUTF());
      }
      return new Metadata(entries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
