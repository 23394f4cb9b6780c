package io.clientele.cache;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/** Converts arguments and replies of commands between Java and bytes, one byte a character. */
public final class RedisText {
  private RedisText() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] bytes(long number) {
    return bytes(Long.toString(number));
  }

  public static String text(Object reply) {
    return new String((byte[]) reply, StandardCharsets.ISO_8859_1);
  }

  public static long number(Object reply) {
    return Long.parseLong(text(reply));
  }

  /** Reads a list of alternating keys and values. */
  public static void forEachPair(List<?> flat, BiConsumer<Object, Object> each) {
    for (var i = 0; i + 1 < flat.size(); i += 2) {
      each.accept(flat.get(i), flat.get(i + 1));
    }
  }
}
