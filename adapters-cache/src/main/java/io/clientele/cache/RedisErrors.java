package io.clientele.cache;

import io.clientele.domain.kernel.PortUnavailable;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Interprets errors that Redis replied. */
public final class RedisErrors {
  private RedisErrors() {}

  /**
   * Runs a script that fails, if at all, before its first write. An error reply to it is therefore
   * a refusal: short of memory, read-only, loading, or unable to save. Silence is not.
   */
  public static <T> T refusing(Supplier<T> script) {
    try {
      return script.get();
    } catch (PortUnavailable failure) {
      throw failure.getCause() instanceof RedisCommandExecutionException reply
          ? PortUnavailable.refused(Redis.PORT, reply)
          : failure;
    }
  }

  /** Whether Redis refused a write because its memory is full. */
  static boolean isFull(@Nullable Throwable reply) {
    return reply instanceof RedisCommandExecutionException
        && String.valueOf(reply.getMessage()).startsWith("OOM");
  }
}
