package io.clientele.http.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://dash.example.com, https://dash.example.com",
    "https://Dash.Example.com, https://dash.example.com",
    "HTTPS://dash.example.com, https://dash.example.com",
    "https://dash.example.com:443, https://dash.example.com",
    "https://dash.example.com:0443, https://dash.example.com",
    "https://dash.example.com:, https://dash.example.com",
    "https://dash.example.com/, https://dash.example.com",
    "http://dash.example.com:80, http://dash.example.com",
    "http://dash.example.com:443, http://dash.example.com:443",
    "https://dash.example.com:80, https://dash.example.com:80",
    "https://dash.example.com:8443, https://dash.example.com:8443",
    "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
    "https://dash.example.com., https://dash.example.com.",
    "http://localhost:5173, http://localhost:5173",
    "http://127.0.0.1:5173, http://127.0.0.1:5173",
    "http://[::1]:5173, http://[::1]:5173",
    "http://[0:0:0:0:0:0:0:1]:80, http://[::1]",
    "http://[2001:DB8:0:0:1:0:0:1], http://[2001:db8::1:0:0:1]",
    "http://[2001:db8:0:1:1:1:1:1], http://[2001:db8:0:1:1:1:1:1]",
    "http://[::], http://[::]",
    "http://[fe80::], http://[fe80::]"
  })
  void anOriginIsWrittenLikeABrowsers(String text, String written) {
    assertThat(Origin.parse(text)).hasToString(written);
    assertThat(Origin.parse(written)).isEqualTo(Origin.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "null",
        "https://",
        "https://:443",
        "dash.example.com",
        "//dash.example.com",
        "ftp://dash.example.com",
        "https:dash.example.com",
        "https://*.example.com",
        "https://dash.example.com/app",
        "https://dash.example.com//",
        "https://dash.example.com?x",
        "https://dash.example.com#x",
        "https://ada@dash.example.com",
        "https://dash.example.com:port",
        "https://dash.example.com:0",
        "https://dash.example.com:65536",
        "https://dash.example.com:-1",
        "https://dash..example.com",
        "https://.example.com",
        "https://b\u00FCcher.example",
        "https://dash.example.com https://other.example.com",
        "https://127.1",
        "https://127.0.0.01",
        "https://2130706433",
        "https://0x7f000001",
        "https://256.0.0.1",
        "https://dash.1",
        "https://::1",
        "https://[::1",
        "https://[::g]",
        "https://[::ffff:127.0.0.1]",
        "https://[fe80::1%25eth0]"
      })
  void anythingElseIsNoOrigin(String text) {
    assertThat(Origin.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, app.example.com, true",
    "https://app.example.com, app.example.com:443, true",
    "https://app.example.com, APP.example.com:443, true",
    "https://app.example.com:443, app.example.com, true",
    "http://app.example.com, app.example.com:80, true",
    "http://app.example.com, app.example.com, true",
    "https://app.example.com:8443, app.example.com:8443, true",
    "http://[::1]:8080, [0:0::1]:8080, true",
    "http://app.example.com, app.example.com:443, false",
    "https://app.example.com, app.example.com:80, false",
    "https://app.example.com, app.example.com:8443, false",
    "https://app.example.com:8443, app.example.com, false",
    "https://app.example.com, other.example.com, false",
    "https://app.example.com, app.example.com.evil.example, false",
    "https://app.example.com, '', false",
    "https://app.example.com, app.example.com:443:443, false"
  })
  void anOriginMatchesAHostOfItsNameAndPort(String origin, String host, boolean isAt) {
    assertThat(Origin.parse(origin).isAt(host)).isEqualTo(isAt);
  }
}
