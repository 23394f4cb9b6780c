package io.clientele.http.exchange.header;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserFamilyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firefox windows|Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101"
            + " Firefox/145.0",
        "firefox ios|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
            + " FxiOS/145.0 Mobile/15E148 Safari/605.1.15",
        "chrome linux|Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Safari/537.36",
        "chrome android|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/142.0.0.0 Mobile Safari/537.36",
        "chrome chromeos|Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/142.0.0.0 Safari/537.36",
        "edge windows|Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
        "opera mac|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like"
            + " Gecko) Chrome/142.0.0.0 Safari/537.36 OPR/120.0.0.0",
        "samsung android|Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
        "safari mac|Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML,"
            + " like Gecko) Version/18.0 Safari/605.1.15",
        "safari ios|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
        "other other|curl/8.5.0"
      })
  void aFamilyHasNoVersions(String family, String header) {
    assertThat(BrowserFamily.of(header)).isEqualTo(family);
  }

  @Test
  void aRequestWithoutTheHeaderHasAFamilyToo() {
    assertThat(BrowserFamily.of(null)).isEqualTo("other other");
  }
}
