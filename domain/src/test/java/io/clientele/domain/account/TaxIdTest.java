package io.clientele.domain.account;

import static io.clientele.domain.kernel.InvalidFields.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdTest {
  @ParameterizedTest
  @CsvSource({
    "529.982.247-25, 52998224725",
    "52998224725, 52998224725",
    "111.444.777-35, 11144477735",
    "' 11144477735 ', 11144477735",
    "00000000191, 00000000191",
    "529982247-25, 52998224725",
    "529.982.24725, 52998224725",
    "529 982 247 25, 52998224725",
    "529.982.247–25, 52998224725",
    "529.982.247 - 25, 52998224725",
    "52998224725\u00a0, 52998224725",
    "529\u00a0982\u202f247‑25, 52998224725",
    "11222333/0001-81, 11222333000181",
    "11.222.3330001-81, 11222333000181",
    "11 222 333 0001 81, 11222333000181",
    "11.222.333/0001-81, 11222333000181",
    "11222333000181, 11222333000181",
    "00.000.000/0001-91, 00000000000191",
  })
  void aCpfOrNumericCnpjIsStoredWithoutPunctuation(String text, String bare) {
    assertThat(new TaxId("BR", text).value()).isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.ABC.345/01DE-35", "12ABC34501DE35", "12abc34501de35"})
  void theExampleOfTheReceitaFederalIsAccepted(String text) {
    assertThat(new TaxId("BR", text)).isEqualTo(new TaxId("BR", "12ABC34501DE35"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "52998224724",
        "52998224735",
        "5299822472",
        "529982247255",
        "5.2998224725",
        "529/982/247/25",
        "٥٢٩٩٨٢٢٤٧٢٥",
        "529-982-247.25",
        "11222333000180",
        "11222333000191",
        "12ABC34501DE36",
        "12ABC34501DE3A",
        "12ABC34501DF35",
        "12.ABC.345/01DE-3-5",
        "12ABC34501ÇE35",
        "5299822472A",
        "",
        " "
      })
  void wrongDigitsLengthsAndPunctuationAreRefused(String text) {
    assertThat(fieldsOf(() -> new TaxId("BR", text))).containsExactly("taxId/value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aßb12",
        "ﬁ 1234",
        "ﬁ1234",
        "ı750009793",
        "ſ1234",
        "AB-12",
        "AB 12",
        "１２３４",
        "abc"
      })
  void otherCountriesAcceptOnlyAsciiLettersAndDigits(String text) {
    assertThat(fieldsOf(() -> new TaxId("DE", text))).containsExactly("taxId/value");
  }

  @Test
  void otherCountriesAreStoredInUpperCase() {
    assertThat(new TaxId("DE", " de12x\u00a0").value()).isEqualTo("DE12X");
  }

  @Test
  void aRepeatedCharacterIsRefusedEvenWithRightCheckDigits() {
    for (var digit = '0'; digit <= '9'; digit++) {
      var cpf = String.valueOf(digit).repeat(11);
      var cnpj = String.valueOf(digit).repeat(14);
      assertThat(fieldsOf(() -> new TaxId("BR", cpf))).containsExactly("taxId/value");
      assertThat(fieldsOf(() -> new TaxId("BR", cnpj))).containsExactly("taxId/value");
    }
  }

  /**
   * A letter among digits counts as the digit 11 below it, so the official rule accepts some swaps.
   */
  @Test
  void everySingleMistypedDigitIsRefused() {
    for (var right : List.of("52998224725", "11222333000181")) {
      for (var at = 0; at < right.length(); at++) {
        for (var digit = '0'; digit <= '9'; digit++) {
          var typed = right.substring(0, at) + digit + right.substring(at + 1);
          assertThat(fieldsOf(() -> new TaxId("BR", typed)).isEmpty())
              .as(typed)
              .isEqualTo(typed.equals(right));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PT, 501442600", "US, AB12", "DE, de123456789", "GB, ABCDEFGHIJ1234567890"})
  void otherCountriesAcceptFourToTwentyCharacters(String country, String text) {
    assertThat(new TaxId(country, text).value()).isEqualTo(text.toUpperCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ABC", "ABCDEFGHIJ12345678901", "12-34", "ÀBCD", "12 34"})
  void otherCountriesRefuseOtherShapes(String text) {
    assertThat(fieldsOf(() -> new TaxId("PT", text))).containsExactly("taxId/value");
  }

  @Test
  void anUnknownCountryAndAWrongValueAreBothReported() {
    assertThat(fieldsOf(() -> new TaxId("XX", "1")))
        .containsExactly("taxId/country", "taxId/value");
    assertThat(fieldsOf(() -> new TaxId("br", "52998224725"))).containsExactly("taxId/country");
    assertThat(fieldsOf(() -> new TaxId("BR", "9".repeat(1_000_000))))
        .containsExactly("taxId/value");
  }

  @Test
  void theNumberIsNotPrinted() {
    assertThat(new TaxId("BR", "52998224725").toString()).startsWith("BR").doesNotContain("529");
  }
}
