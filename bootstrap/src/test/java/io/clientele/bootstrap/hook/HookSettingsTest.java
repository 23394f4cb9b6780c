package io.clientele.bootstrap.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.bootstrap.config.InvalidSetting;
import io.clientele.domain.hook.HookSource;
import io.clientele.domain.hook.SignatureVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookSettingsTest {
  private static final String SECRET = "sixteen letters!";

  @Test
  void aNameMayRepeatAndItsSecretsAreNumbered() {
    var sources =
        HookSettings.SOURCES
            .parse()
            .apply(
                "payments|stripe|"
                    + SECRET
                    + "x, code|github|"
                    + SECRET
                    + ",payments|stripe|"
                    + SECRET
                    + "y,payments|standard-webhooks|whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(sources.get(new HookSource("payments")))
        .extracting(SignatureVerifier::name)
        .containsExactly("stripe/1", "stripe/2", "standard-webhooks/3");
    assertThat(sources.get(new HookSource("code")))
        .extracting(SignatureVerifier::name)
        .containsExactly("github/1");
  }

  @Test
  void withoutTheSettingThereIsNoSource() {
    assertThat(HookSettings.SOURCES.fallback()).contains("");
    assertThat(HookSettings.SOURCES.parse().apply("")).isEmpty();
    assertThat(HookSettings.SOURCES.isSecret()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a|stripe",
        "a|stripe|short",
        "a|md5|" + SECRET,
        "A|stripe|" + SECRET,
        "|stripe|" + SECRET,
        "a|standard-webhooks|" + SECRET,
        "a|stripe|" + SECRET + ","
      })
  void aSourceThatBreaksARuleIsRefusedWithoutItsSecret(String text) {
    assertThatThrownBy(() -> HookSettings.SOURCES.parse().apply(text))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageNotContaining(SECRET);
  }
}
