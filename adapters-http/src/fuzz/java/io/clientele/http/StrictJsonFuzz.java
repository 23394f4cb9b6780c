package io.clientele.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class StrictJsonFuzz {
  @FuzzTest
  void whatIsReadIsRefusedOrReadsBackEqual(byte[] body) {
    var faults = new Faults();
    try {
      var value = StrictJson.read(new String(body, UTF_8), faults);
      faults.refuse();
      assertThat(StrictJson.read(value.toString(), faults)).isEqualTo(value);
      assertThat(faults.all()).isEmpty();
    } catch (Refusal documented) {
      assertThat(faults.all()).isNotEmpty();
    }
  }
}
