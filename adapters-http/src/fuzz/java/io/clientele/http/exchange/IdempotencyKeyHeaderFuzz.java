package io.clientele.http.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class IdempotencyKeyHeaderFuzz {
  @FuzzTest
  void aKeyInQuotesReadsBackEqual(byte[] header) {
    var key = IdempotencyKeyHeader.parse(new String(header, ISO_8859_1));
    if (key != null) {
      assertThat(key).hasSizeBetween(1, 255);
      var quoted = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      assertThat(IdempotencyKeyHeader.parse(quoted)).isEqualTo(key);
    }
  }
}
