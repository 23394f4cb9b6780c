package io.clientele.archrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContextMapTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "order = client                       | order names client, which no line declares",
        "order = order                        | order names itself",
        "order =\\norder =                     | order has two lines",
        "a = b\\nb = c\\nc = a                  | Cycle: a -> b -> c -> a",
        "a = b\\nb = a                         | Cycle: a -> b -> a",
        "a = *                                | a names *, which no line declares",
        "a =\\ncom.acme.web = a, *             | com.acme.web names * and single contexts",
        "a = com.acme.web\\ncom.acme.web =     | a names com.acme.web, which no line declares",
      })
  void aFaultyMapIsRefused(String text, String fault) {
    assertThatThrownBy(() -> ContextMap.parse(text.replace("\\n", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the text is no context map")
        .hasMessageContaining(fault);
  }

  @Test
  void allFaultsAreReportedTogether() {
    assertThatThrownBy(() -> ContextMap.parse("a = b, c\nd = d"))
        .hasMessageContaining("a names b,")
        .hasMessageContaining("a names c,")
        .hasMessageContaining("d names itself");
  }

  @Test
  void aDiamondIsNotACycle() {
    assertThatCode(() -> ContextMap.parse("a = b, c\nb = d\nc = d\nd ="))
        .doesNotThrowAnyException();
  }

  @Test
  void theMapIsDrawnInTheOrderOfItsLines() {
    assertThat(ContextMap.parse("b =\na = b\nc = b, a\nd =\ncom.acme.web = *").mermaid())
        .isEqualTo("flowchart TD\n  b\n  a-->b\n  c-->b & a\n  d\n");
  }

  @Test
  void aFileIsReadAndNamedInMessages(@TempDir Path folder) throws IOException {
    var file =
        Files.writeString(folder.resolve("map.properties"), "# é\na =\nb = a, \\\n  c\nc =\n");
    assertThat(ContextMap.read(file).mermaid()).contains("b-->a & c");
    Files.writeString(file, "a = b");
    assertThatThrownBy(() -> ContextMap.read(file)).hasMessageStartingWith("map.properties is no");
    assertThatThrownBy(() -> ContextMap.read(folder.resolve("absent")))
        .isInstanceOf(UncheckedIOException.class);
  }
}
