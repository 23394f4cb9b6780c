package io.clientele.http.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.temporal.ChronoUnit;

class Rfc3339Fuzz {
  @FuzzTest
  void anInstantReadsBackEqualToTheMicrosecond(byte[] data) {
    var read = Rfc3339.parse(new String(data, US_ASCII));
    if (read != null) {
      assertThat(Rfc3339.parse(Rfc3339.write(read))).isEqualTo(read.truncatedTo(ChronoUnit.MICROS));
    }
  }
}
