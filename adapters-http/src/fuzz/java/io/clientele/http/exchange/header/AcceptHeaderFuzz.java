package io.clientele.http.exchange.header;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

class AcceptHeaderFuzz {
  private static final String JSON = "application/json";

  @FuzzTest
  void whoeverNamesTheTypeWithoutAWeightTakesIt(byte[] header) {
    var text = new String(header, ISO_8859_1);
    AcceptHeader.takes(JSON, List.of(text));
    assertThat(AcceptHeader.takes(JSON, List.of(text, JSON))).isTrue();
  }
}
