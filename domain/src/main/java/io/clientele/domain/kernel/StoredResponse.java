package io.clientele.domain.kernel;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given, so that it can be given again byte for byte.
 *
 * @param status as HTTP numbers them
 * @param location of what came to be; null if nothing did
 * @param tag of the state that the answer shows; null if it shows none
 */
public record StoredResponse(
    int status, @Nullable String location, @Nullable String tag, String body) {
  /** Without the body, which may be personal. */
  @Override
  public String toString() {
    return "Answer " + status;
  }
}
