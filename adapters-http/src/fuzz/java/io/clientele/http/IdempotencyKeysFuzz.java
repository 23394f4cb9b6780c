package io.clientele.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class IdempotencyKeysFuzz {
  @FuzzTest
  void aKeyInQuotesReadsBackEqual(byte[] header) {
    var key = IdempotencyKeys.parse(new String(header, ISO_8859_1));
    if (key != null) {
      assertThat(key).hasSizeBetween(1, 255);
      var quoted = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      assertThat(IdempotencyKeys.parse(quoted)).isEqualTo(key);
    }
  }
}
