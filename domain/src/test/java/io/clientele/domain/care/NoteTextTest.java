package io.clientele.domain.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.domain.kernel.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteTextTest {
  @Test
  void linesAreKeptAndWhiteSpaceAtBothEndsIsNot() {
    assertThat(new NoteText(" \n Called twice.\r\n\r\nWill call again. \n").value())
        .isEqualTo("Called twice.\n\nWill call again.");
  }

  @Test
  void theLongestTextCountsCharactersAndLineFeeds() {
    var longest = "\uD83E\uDD8A".repeat(999) + "\n" + "a".repeat(1_000);
    assertThat(new NoteText(longest).value()).isEqualTo(longest);
    assertThatThrownBy(() -> new NoteText(longest + "a"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("1 to 2000");
  }

  @Test
  void aTextWithoutAVisibleCharacterIsRefused() {
    for (var text : List.of("", " ", "\n \r\n", "\u200B")) {
      assertThatThrownBy(() -> new NoteText(text)).as(text).isInstanceOf(InvalidValue.class);
    }
    assertThat(new NoteText("a").value()).isEqualTo("a");
  }

  @Test
  void aControlCharacterIsRefused() {
    assertThatThrownBy(() -> new NoteText("a\u0000b")).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new NoteText("a\rb")).isInstanceOf(InvalidValue.class);
  }

  @Test
  void itIsPrintedMasked() {
    assertThat(new NoteText("private").toString()).isEqualTo("***");
  }
}
