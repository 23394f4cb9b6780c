package io.clientele.domain.operation;

import java.util.Arrays;
import java.util.Objects;

/**
 * A request or a response, encoded by the adapter that received the request. Only that adapter
 * reads the bytes. Immutable.
 */
public final class OperationMessage {
  private final byte[] bytes;

  /** Returns a message of these bytes. */
  public OperationMessage(byte[] bytes) {
    Objects.requireNonNull(bytes, "bytes");
    this.bytes = bytes.clone();
  }

  /** Returns a copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OperationMessage that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Prints the size only, because the bytes may be personal. */
  @Override
  public String toString() {
    return "OperationMessage[" + bytes.length + " bytes]";
  }
}
