package io.clientele.domain.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Łukasz Wałęsa, lukasz walesa",
    "Đặng Văn, dang van",
    "Søren Kierkegård, soren kierkegard",
    "ΧΡΙΣΤΟΣ, χριστοσ",
    "Οδυσσεύς, οδυσσευσ",
    "Işık Ltd, isik ltd",
    "ISPARTA, isparta",
    "İSTANBUL, istanbul",
    "Straße, strasse",
    "STRAẞE, strasse",
    "Ærøskøbing, aeroskobing",
    "Œuvre, oeuvre",
    "Þórður, thordur",
    "Jean‑Luc – “X”, 'jean-luc - \"x\"'",
    "ﬁﬂ ＡＢＣ ①Ⅳ, fifl abc 1iv",
    "Ёлка, елка",
    "ﾊﾞﾅﾅ, はなな",
    "バナナ, はなな",
    "कमल, कमल",
    "कोमल, कोमल",
    "क़लम, कलम",
    "김철수, 김철수",
    "กุ้ง, กุง"
  })
  void accentsCaseAndWidthAreFolded(String text, String folded) {
    assertThat(Folding.folded(text)).isEqualTo(folded);
  }

  @Test
  void apostrophesFoldToOne() {
    assertThat(Folding.folded("O’Brien")).isEqualTo("o'brien");
    assertThat(Folding.folded("Hawaiʻi")).isEqualTo("hawai'i");
  }

  @Test
  void lettersThatTheirScriptDistinguishesStayDifferent() {
    assertThat(Folding.folded("й")).isNotEqualTo(Folding.folded("и"));
    assertThat(Folding.folded("ि")).isNotEmpty();
    assertThat(Folding.folded("्")).isNotEmpty();
    assertThat(Folding.folded("ไ")).isNotEmpty();
  }

  @Test
  void jamoFoldLikeTheirSyllable() {
    assertThat(Folding.folded("\u1100\u1175\u11b7")).isEqualTo("김");
  }

  @Test
  void combiningMarksAloneFoldToNothing() {
    assertThat(Folding.folded("\u0301\u200d\ufe0f\u0640")).isEmpty();
  }

  @Test
  void theFoldedFormIsBounded() {
    assertThat(Folding.folded("\ufdfa".repeat(200))).hasSize(Folding.LENGTH_MAX);
    assertThat(Folding.folded("🦊".repeat(401)).codePoints()).hasSize(Folding.LENGTH_MAX);
  }
}
