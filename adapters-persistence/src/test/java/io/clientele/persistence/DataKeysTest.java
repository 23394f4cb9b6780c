package io.clientele.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.InvalidValue;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeysTest {
  @Test
  void theFirstOfSeveralWraps() {
    var newer = DataKeys.fresh();
    var older = DataKeys.fresh();

    var keys = DataKeys.parse(newer + ", " + older);

    assertThat(keys.wrapping().getEncoded()).isEqualTo(Base64.getDecoder().decode(newer));
    assertThat(keys.all().get(1).getEncoded()).isEqualTo(Base64.getDecoder().decode(older));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "c2hvcnQ=", "not base64 at all!", "c2hvcnQ=,c2hvcnQ="})
  void whatIsNotBase64Of32BytesIsRefusedAndNotRepeated(String text) {
    assertThatThrownBy(() -> DataKeys.parse(text))
        .isInstanceOf(InvalidValue.class)
        .hasMessageEndingWith("must be base64 of 32 bytes, several separated by comma");
  }

  @Test
  void printsWithoutThem() {
    var key = DataKeys.fresh();

    assertThat(DataKeys.parse(key).toString()).isEqualTo("*** (1)");
  }
}
