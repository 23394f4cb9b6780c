package io.clientele.domain.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferIdTest {
  private static final String SMALL = "019b0000-0000-7000-8000-000000000001";
  private static final String LARGE = "f19b0000-0000-4000-bfff-ffffffffffff";

  @ParameterizedTest
  @ValueSource(strings = {SMALL, LARGE, "00000000-0000-1000-8000-000000000000"})
  void anyVersionOfTheRfcIsReadAndWrittenAlike(String text) {
    assertThat(TransferId.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "019B0000-0000-7000-8000-000000000001",
        "019b0000-0000-9000-8000-000000000001",
        "019b0000-0000-7000-c000-000000000001",
        "019b0000-0000-7000-8000-0000000000011",
        " 019b0000-0000-7000-8000-000000000001"
      })
  void anotherSpellingIsRefused(String text) {
    assertThatThrownBy(() -> TransferId.parse(text)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void idsAreOrderedByTheirUnsignedValue() {
    assertThat(TransferId.parse(SMALL)).isLessThan(TransferId.parse(LARGE));
    assertThat(TransferId.parse(LARGE)).isGreaterThan(TransferId.parse(SMALL));
    assertThat(TransferId.parse(SMALL)).isEqualByComparingTo(TransferId.parse(SMALL));
  }
}
