package io.clientele.domain.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  @Test
  void keysAreSortedByTheirUtf16CodeUnits() {
    var json = new LinkedHashMap<String, Object>();
    for (var key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
      json.put(key, true);
    }
    assertThat(CanonicalJson.write(json))
        .isEqualTo(
            "{\"\\r\":true,\"1\":true,\"\u0080\":true,\"\u00f6\":true,\"\u20ac\":true,"
                + "\"\ud83d\ude00\":true,\"\ufb33\":true}");
  }

  @Test
  void textIsEscapedAsRfc8785Says() {
    assertThat(CanonicalJson.write("\u20ac$\u000F\nA'B\"\\\\\"/\b\f\t"))
        .isEqualTo("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\\b\\f\\t\"");
  }

  @Test
  void emptyAndNestedValuesHaveNoWhiteSpace() {
    assertThat(CanonicalJson.write(Map.of("a", List.of(), "b", Map.of(), "c", List.of(1, -2L))))
        .isEqualTo("{\"a\":[],\"b\":{},\"c\":[1,-2]}");
  }

  @ParameterizedTest
  @ValueSource(longs = {(1L << 53) + 1, -(1L << 53) - 1, Long.MIN_VALUE})
  void anIntegerThatIsInexactAsADoubleIsRefused(long number) {
    assertThatThrownBy(() -> CanonicalJson.write(Set.of(number)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTimeHasSixDecimals() {
    assertThat(CanonicalJson.time(Instant.parse("2026-11-20T12:00:00Z")))
        .isEqualTo("2026-11-20T12:00:00.000000Z");
  }
}
