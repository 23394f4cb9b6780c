package io.clientele.domain.kernel.text;

import static io.clientele.domain.kernel.InvalidFields.fieldsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetadataTest {
  @Test
  void fiftyPairsAreAcceptedAndFiftyOneRefused() {
    assertThat(new Metadata(pairs(50)).entries()).hasSize(50);
    assertThat(fieldsOf(() -> new Metadata(pairs(51)))).containsExactly("metadata");
  }

  @Test
  void keysHaveOneToFortyCharactersAndValuesUpToFiveHundred() {
    var largest = Map.of("🦊".repeat(40), "🦊".repeat(500), "k", "");
    assertThat(new Metadata(largest).entries()).isEqualTo(largest);
    var longKey = "k".repeat(41);
    assertThat(fieldsOf(() -> new Metadata(Map.of(longKey, "v"))))
        .containsExactly("metadata/" + longKey);
    assertThat(fieldsOf(() -> new Metadata(Map.of("", "v")))).containsExactly("metadata/");
    assertThat(fieldsOf(() -> new Metadata(Map.of("k", "v".repeat(501)))))
        .containsExactly("metadata/k");
  }

  @Test
  void controlsAreRefusedInKeysAndValues() {
    assertThat(fieldsOf(() -> new Metadata(Map.of("a\tb", "v")))).hasSize(1);
    assertThat(fieldsOf(() -> new Metadata(Map.of("k", "a\u0000b")))).containsExactly("metadata/k");
    assertThat(fieldsOf(() -> new Metadata(Map.of("k", "\udc00")))).containsExactly("metadata/k");
  }

  @Test
  void allFaultsAreReportedWithTheirPointers() {
    var faulty = Map.of("a/b", "\u0000", "c~d", "\u0000", "good", "value");
    assertThat(fieldsOf(() -> new Metadata(faulty)))
        .containsExactlyInAnyOrder("metadata/a~1b", "metadata/c~0d");
  }

  @Test
  void twoSpellingsOfOneKeyAreRefused() {
    var twice = Map.of("Zoe\u0308", "1", "Zo\u00eb", "2");
    assertThat(fieldsOf(() -> new Metadata(twice))).containsExactly("metadata/Zo\u00eb");
  }

  @Test
  void entriesAreComposedSortedAndCopied() {
    var given = new HashMap<>(Map.of("b", "Zoe\u0308", "a", "1"));
    var metadata = new Metadata(given);
    given.clear();
    assertThat(metadata.entries().keySet()).containsExactly("a", "b");
    assertThat(metadata.entries()).containsEntry("b", "Zo\u00eb");
    assertThatThrownBy(() -> metadata.entries().put("c", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void theValuesAreNotPrinted() {
    assertThat(new Metadata(Map.of("secret", "love"))).hasToString("1 pairs");
  }

  private static Map<String, String> pairs(int count) {
    return IntStream.range(0, count)
        .boxed()
        .collect(Collectors.toMap(i -> "key " + i, i -> "value " + i));
  }
}
