package io.clientele.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T12:00:00Z,2026-11-20T12:00:00.000000Z",
    "2026-01-02T03:04:05.006007008Z,2026-01-02T03:04:05.006007Z",
    "1969-12-31T23:59:59.999999Z,1969-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00.1Z,0001-01-01T00:00:00.100000Z"
  })
  void instantsAreWrittenInUtcWithSixDecimals(String instant, String written) {
    assertThat(Rfc3339.write(Instant.parse(instant))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20T12:00:00Z",
        "2026-11-20t12:00:00z",
        "2026-11-20T12:00:00.000000000Z",
        "2026-11-20T13:30:00+01:30",
        "2026-11-20T11:00:00-01:00"
      })
  void everySpellingOfAnInstantIsRead(String text) {
    assertThat(Rfc3339.parse(text)).isEqualTo("2026-11-20T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-20",
        "2026-11-20T12:00Z",
        "2026-11-20 12:00:00Z",
        "2026-11-20T12:00:00",
        "2026-11-20T24:00:00Z",
        "2026-13-01T00:00:00Z",
        "2026-11-20T12:00:00.Z",
        "2026-11-20T12:00:00.0000000001Z",
        "2026-11-20T12:00:00+25:00",
        "+12026-11-20T12:00:00Z",
        "9999-12-31T23:59:59-18:00",
        "9999-12-31T23:59:59.9999999Z",
        "0000-01-01T00:00:00+18:00",
        "٢٠٢٦-11-20T12:00:00Z"
      })
  void anythingElseIsNotAnInstant(String text) {
    assertThat(Rfc3339.parse(text)).isNull();
  }
}
