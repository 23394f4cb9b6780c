package io.clientele.domain.account;

import static io.clientele.domain.kernel.InvalidFields.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNameTest {
  @Test
  void namesAreTrimmedAndComposed() {
    assertThat(new ClientName(" \u2003Ada Lovelace\t").value()).isEqualTo("Ada Lovelace");
    assertThat(new ClientName("Zoe\u0308")).isEqualTo(new ClientName("Zo\u00eb"));
  }

  @Test
  void lengthsAreCountedInCodePointsAfterComposing() {
    assertThat(new ClientName("🦊".repeat(200)).value()).hasSize(400);
    assertThat(new ClientName("e\u0308".repeat(200)).value()).hasSize(200);
    assertThat(new ClientName("  " + "x".repeat(200) + "  ").value()).hasSize(200);
    assertThat(fieldsOf(() -> new ClientName("🦊".repeat(201)))).containsExactly("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "\u2003", "a\u0000b", "a\nb", "a\u007fb", "a\u2028b", "\ud800"})
  void emptyNamesAndControlCharactersAreRefused(String text) {
    assertThat(fieldsOf(() -> new ClientName(text))).containsExactly("name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"山田太郎", "محمد", "O'Brien", "x", "<b>", "👩‍👩‍👧"})
  void namesOfAnyScriptAreAccepted(String text) {
    assertThat(new ClientName(text).value()).isEqualTo(text);
  }

  @Test
  void theNameIsNotPrinted() {
    assertThat(new ClientName("Ada Lovelace").toString()).doesNotContain("Ada");
  }
}
