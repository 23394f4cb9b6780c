package io.clientele.domain.kernel;

import java.util.Arrays;
import java.util.Objects;

/**
 * The response to a request, encoded so that it can be repeated. Only the adapter that encoded it
 * reads the bytes. Immutable.
 */
public final class StoredResponse {
  private final String mediaType;
  private final byte[] bytes;

  /**
   * Returns a response of these bytes.
   *
   * @param mediaType names the encoding of the bytes
   */
  public StoredResponse(String mediaType, byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
    this.bytes = bytes.clone();
  }

  /** The encoding of the bytes. */
  public String mediaType() {
    return mediaType;
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredResponse that
        && mediaType.equals(that.mediaType)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * mediaType.hashCode() + Arrays.hashCode(bytes);
  }

  /** Prints the encoding and the size only, because the bytes may be personal. */
  @Override
  public String toString() {
    return "StoredResponse[" + mediaType + ", " + bytes.length + " bytes]";
  }
}
