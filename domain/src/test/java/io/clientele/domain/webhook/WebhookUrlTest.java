package io.clientele.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com",
        "https://example.com:443/hook?key=1",
        "HTTPS://Example.com.:8443/",
        "http://localhost:8080/hook",
        "https://a.example:65535/"
      })
  void absoluteUrlsWithANamedHostAreTaken(String url) {
    assertThat(new WebhookUrl(url).value()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "/hook",
        "ftp://example.com/",
        "https:///hook",
        "https:example.com",
        "https://user@example.com/",
        "https://user:pass@example.com/",
        "https://example.com/#fragment",
        "https://example.com:80/",
        "https://example.com:22/",
        "https://example.com:1023/",
        "https://example.com:65536/",
        "https://example.com:0/",
        "http://example.com/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x/",
        "https://example.1/",
        "https://example.1./",
        "https://[fe80::1%25lo]/",
        "https://[2606:4700:4700::1111%25eth0]/",
        "https://ex ample.com/",
        "https://ex\u00e4mple.com/",
        "https://example.com/\u0000",
        "https://exam_ple.com\\@127.0.0.1/"
      })
  void otherUrlsAreRefused(String url) {
    assertThatThrownBy(() -> new WebhookUrl(url)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void aUrlPrintsItsSchemeAndHostOnly() {
    var url = new WebhookUrl("https://example.com:8443/secret?key=secret");
    assertThat(url).hasToString("https://example.com");
    assertThat(url.origin()).isEqualTo("https://example.com");
  }

  @Test
  void aLongUrlIsRefused() {
    assertThat(new WebhookUrl("https://a.example/" + "x".repeat(1_982)).value()).hasSize(2_000);
    assertThatThrownBy(() -> new WebhookUrl("https://a.example/" + "x".repeat(1_983)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void onlyHttpIsPlain() {
    assertThat(new WebhookUrl("http://a.example:8080/").isPlain()).isTrue();
    assertThat(new WebhookUrl("https://a.example/").isPlain()).isFalse();
  }

  /** Which addresses may be reached is judged by the adapter that resolves names. */
  @Test
  void anAddressOfVersion6IsAHost() {
    assertThat(new WebhookUrl("https://[2606:4700:4700::1111]:8443/x").origin())
        .isEqualTo("https://[2606:4700:4700::1111]");
  }
}
