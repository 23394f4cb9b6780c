package io.clientele.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {
  @Test
  void decimalsOfTheAssetAreWrittenAlways() {
    assertThat(Amount.parse("12.5", 2)).isEqualTo(Amount.of(1250));
    assertThat(Amount.parse("12.5", 2).text(2)).isEqualTo("12.50");
    assertThat(Amount.parse("7", 0).text(0)).isEqualTo("7");
    assertThat(Amount.text(new BigInteger("-5"), 2)).isEqualTo("-0.05");
    assertThat(Amount.parse("0.000000000000000001", 18)).isEqualTo(Amount.of(1));
  }

  @Test
  void amountsHaveAtMost38Digits() {
    var digits = "9".repeat(38);
    assertThat(Amount.parse(digits, 0).minor()).isEqualTo(Amount.MAX);
    assertThatThrownBy(() -> Amount.parse(digits, 1)).isInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0.00", "00.1", "01", "-1", "+1", "1.", ".5", "1e3", "1,5", "１", "1.001"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> Amount.parse(text, 2)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void floorsMayBeNegative() {
    assertThat(Amount.parseSigned("-100.5", 2)).isEqualTo(BigInteger.valueOf(-10050));
    assertThat(Amount.parseSigned("0", 2)).isZero();
    assertThatThrownBy(() -> Amount.parseSigned("--1", 2)).isInstanceOf(InvalidValue.class);
  }
}
