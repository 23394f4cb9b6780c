package io.clientele.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeysTest {
  @Test
  void theFirstKeyWraps() {
    var newer = DataKeys.fresh();
    var older = DataKeys.fresh();

    var keys = DataKeys.parse(newer + ", " + older);

    assertThat(keys.wrapping().getEncoded()).isEqualTo(Base64.getDecoder().decode(newer));
    assertThat(keys.all().get(1).getEncoded()).isEqualTo(Base64.getDecoder().decode(older));
  }

  @Test
  void derivedKeysDifferByLabelAndFromTheDataKeys() {
    var keys = DataKeys.parse(DataKeys.fresh());

    assertThat(keys.derived("one").getEncoded())
        .hasSize(32)
        .isEqualTo(keys.derived("one").getEncoded())
        .isNotEqualTo(keys.derived("another").getEncoded())
        .isNotEqualTo(keys.wrapping().getEncoded());
  }

  /** RFC 5869 with SHA-256, no salt, and "label" as info: computed by OpenSSL. */
  @Test
  void derivesByHkdf() {
    var keys = DataKeys.parse(Base64.getEncoder().encodeToString(new byte[32]));

    assertThat(HexFormat.of().formatHex(keys.derived("label").getEncoded()))
        .isEqualTo("63787e3b0f7507950a3e4f321edb63b92978770da0d2b70d2a8ce1ca5b7b2413");
  }

  @Test
  void aNewFirstKeyDoesNotChangeDerivedKeys() {
    var older = DataKeys.fresh();

    assertThat(DataKeys.parse(DataKeys.fresh() + "," + older).derived("one"))
        .isEqualTo(DataKeys.parse(older).derived("one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "c2hvcnQ=", "not base64 at all!", "c2hvcnQ=,c2hvcnQ="})
  void aMalformedKeyIsRefusedWithoutItsText(String text) {
    assertThatThrownBy(() -> DataKeys.parse(text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageEndingWith("must be base64 of 32 bytes, separated by comma");
  }

  @Test
  void keysAreNotPrinted() {
    var key = DataKeys.fresh();

    assertThat(DataKeys.parse(key).toString()).isEqualTo("*** (1)");
  }
}
