package io.clientele.http.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.clientele.domain.kernel.InvalidValue;

class AllowedOriginsFuzz {
  @FuzzTest
  void theListReadsBackEqual(byte[] setting) {
    try {
      var origins = AllowedOrigins.parse(new String(setting, ISO_8859_1));
      assertThat(AllowedOrigins.parse(String.join(",", origins.allowed()))).isEqualTo(origins);
    } catch (InvalidValue documented) {
      assertThat(documented.faults()).hasSize(1);
    }
  }
}
