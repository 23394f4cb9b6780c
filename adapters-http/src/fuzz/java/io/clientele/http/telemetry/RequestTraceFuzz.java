package io.clientele.http.telemetry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class RequestTraceFuzz {
  @FuzzTest
  void aTraceIsHexadecimalAndReadsBackEqual(byte[] header) {
    var text = new String(header, ISO_8859_1);
    var trace = RequestTrace.of(RequestTrace.requestId(text), text);
    assertThat(trace.requestId()).matches("[A-Za-z0-9._-]{1,128}");
    assertThat(trace.traceId()).matches("[0-9a-f]{32}");
    var written = "00-" + trace.traceId() + "-b7ad6b7169203331-01";
    assertThat(RequestTrace.of("other", written).traceId()).isEqualTo(trace.traceId());
  }
}
