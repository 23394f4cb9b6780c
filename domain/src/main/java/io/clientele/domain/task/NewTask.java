package io.clientele.domain.task;

import io.clientele.domain.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A task to store.
 *
 * @param kind names the handler: lower-case words with dots or hyphens, at most 50 characters
 * @param key 1 to 200 characters; a kind has one task of a key at a time
 * @param account whose data the payload holds, so that its erasure removes the task; null for none
 * @param runAt the earliest time of the first attempt
 * @param payload the input of the handler, at most 16,000 bytes in UTF-8; stored encrypted
 * @param trace the {@code traceparent} of the request that asks for the task; null for none
 */
public record NewTask(
    TaskId id,
    String kind,
    String key,
    @Nullable AccountId account,
    Instant runAt,
    String payload,
    @Nullable String trace) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z.-]{0,49}");
  private static final int KEY_MAX = 200;
  private static final int PAYLOAD_BYTES_MAX = 16_000;

  public NewTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(runAt, "runAt");
    Objects.requireNonNull(payload, "payload");
    if (!KIND.matcher(kind).matches() || key.isEmpty() || key.length() > KEY_MAX) {
      throw new IllegalArgumentException("not a kind and a key: " + kind + ", " + key);
    }
    if (payload.getBytes(StandardCharsets.UTF_8).length > PAYLOAD_BYTES_MAX) {
      throw new IllegalArgumentException("the payload is too large");
    }
  }

  @Override
  public String toString() {
    return "NewTask[" + id + ", " + kind + "]";
  }
}
