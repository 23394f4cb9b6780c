package io.clientele.http.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** One built file, plain and compressed. */
final class StaticAsset {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "css", "text/css;charset=utf-8",
          "svg", "image/svg+xml");

  final String mediaType;
  final String tag;
  private final byte[] plain;
  private final byte[] gzip;

  private StaticAsset(String mediaType, byte[] plain) throws IOException {
    this.mediaType = mediaType;
    this.tag = "\"" + UUID.nameUUIDFromBytes(plain) + "\"";
    this.plain = plain;
    this.gzip = gzip(plain);
  }

  /** Returns the file of this name, if it exists and has a known type. */
  static Optional<StaticAsset> read(String resource) {
    var mediaType = TYPES.get(resource.substring(resource.lastIndexOf('.') + 1));
    if (mediaType == null) {
      return Optional.empty();
    }
    try (var in = StaticAsset.class.getResourceAsStream(resource)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new StaticAsset(mediaType, in.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  byte[] bytes(boolean isCompressed) {
    return isCompressed ? gzip : plain;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }
}
