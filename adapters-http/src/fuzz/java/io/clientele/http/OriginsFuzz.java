package io.clientele.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.domain.InvalidValue;

class OriginsFuzz {
  @FuzzTest
  void theListReadsBackEqual(byte[] setting) {
    try {
      var origins = Origins.parse(new String(setting, ISO_8859_1));
      assertThat(Origins.parse(String.join(",", origins.allowed()))).isEqualTo(origins);
    } catch (InvalidValue documented) {
      assertThat(documented.faults()).hasSize(1);
    }
  }
}
