package io.clientele.domain;

import static io.clientele.domain.Faults.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "a@b.c",
        "ada.lovelace+bills@mail.example.co.uk",
        "o'brien_{x}|~!#$%&*/=?^`@example.com",
        "用户@例子.广告",
        "josé@exämple.com",
        "123@1-2.3"
      })
  void mailboxesAreTaken(String text) {
    assertThat(new Email(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ada",
        "@example.com",
        "ada@",
        "ada@example",
        "ada@.com",
        "ada@example.",
        "ada@exa..mple.com",
        "ada@-example.com",
        "ada@example-.com",
        ".ada@example.com",
        "ada.@example.com",
        "ada..l@example.com",
        "ada lovelace@example.com",
        "ada@exam ple.com",
        "\"ada\"@example.com",
        "ada@[127.0.0.1]",
        "ada@b@example.com",
        "ada\n@example.com",
        "ada@example.com\u0000x",
        "<ada@example.com>",
        "ada@example.com,b@example.com"
      })
  void anythingElseIsRefused(String text) {
    assertThat(fieldsOf(() -> new Email(text))).containsExactly("email");
  }

  @Test
  void spellingsOfOneMailboxAreEqual() {
    assertThat(new Email("  Ada@EXAMPLE.com\t")).isEqualTo(new Email("ada@example.com"));
    assertThat(new Email("jose\u0301@example.com")).isEqualTo(new Email("jos\u00e9@example.com"));
    assertThat(new Email("ÅSA@EXAMPLE.SE").value()).isEqualTo("åsa@example.se");
  }

  @Test
  void lengthsAreBounded() {
    assertThat(new Email("a".repeat(64) + "@example.com")).isNotNull();
    assertThat(fieldsOf(() -> new Email("a".repeat(65) + "@example.com"))).isNotEmpty();
    var host = ("b".repeat(61) + ".").repeat(3) + "com";
    assertThat(new Email("a".repeat(64) + "@" + host).value()).hasSize(254);
    assertThat(fieldsOf(() -> new Email("a".repeat(64) + "@x" + host))).isNotEmpty();
    assertThat(fieldsOf(() -> new Email("a@" + "b".repeat(64) + ".com"))).isNotEmpty();
    assertThat(fieldsOf(() -> new Email("a".repeat(1_000_000)))).isNotEmpty();
  }

  @Test
  void theMailboxIsNotPrinted() {
    assertThat(new Email("ada@example.com")).hasToString("***@example.com");
  }
}
