package io.clientele.domain.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalEncodingTest {
  /** Texts that are equal when concatenated. */
  private static final List<String> ALIKE = List.of("", "a", "aa", "b", "ab", "\0", "\0\0\0\1a");

  @Test
  void eachFieldIsPrecededByItsLength() {
    var encoded = new CanonicalEncoding("k").text("ξ").text(null).number(1).encoded();
    var expected =
        ByteBuffer.allocate(4 + 1 + 4 + 2 + 4 + 4 + 8)
            .putInt(1)
            .put("k".getBytes(StandardCharsets.UTF_8))
            .putInt(2)
            .put("ξ".getBytes(StandardCharsets.UTF_8))
            .putInt(-1)
            .putInt(8)
            .putLong(1);
    assertThat(encoded).isEqualTo(expected.array());
  }

  @Test
  void noTwoContentsHaveOneEncoding() {
    var random = new Random(1);
    var contents = new HashMap<String, List<@Nullable String>>();
    for (var i = 0; i < 50_000; i++) {
      var content = content(random);
      var canonical = new CanonicalEncoding("content");
      content.forEach(canonical::text);
      var bytes = new String(canonical.encoded(), StandardCharsets.ISO_8859_1);
      assertThat(contents.computeIfAbsent(bytes, key -> content)).isEqualTo(content);
    }
  }

  private static List<@Nullable String> content(Random random) {
    var content = new ArrayList<@Nullable String>();
    for (var fields = random.nextInt(4); fields > 0; fields--) {
      var chosen = random.nextInt(ALIKE.size() + 1);
      content.add(chosen == ALIKE.size() ? null : ALIKE.get(chosen));
    }
    return content;
  }
}
