package io.clientele.http.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.http.exchange.problem.ProblemException;
import io.clientele.http.exchange.problem.ValidationErrors;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"\\u0000\"}             | #/a",
        "{\"a\":\"x\\ud800\"}            | #/a",
        "{\"a\":\"\\udc00\\ud800\"}     | #/a",
        "{\"a\":[1,\"\\u0000\"]}         | #/a/1",
        "{\"a\\u0000\":1}                | #/a%00",
        "{\"a\":{\"b\":1,\"b\":2}}        | #/a/b"
      })
  void aBrokenValueIsReportedAtItsPosition(String json, String pointer) {
    var faults = new ValidationErrors();
    StrictJsonReader.read(json, faults);
    assertThat(faults.hasPointer(pointer)).isTrue();
  }

  @Test
  void wholeSurrogatePairsAndEscapesAreRead() {
    var faults = new ValidationErrors();
    var read = StrictJsonReader.read("{\"a\":\"\\ud83d\\ude00\\n\"}", faults);
    assertThat(read.path("a").stringValue()).isEqualTo("😀\n");
    assertThat(faults.isEmpty()).isTrue();
  }

  @Test
  void anyTextIsReadOrRefusedWithoutABug() {
    var random = new Random(20_261_120);
    var pieces = "{}[]\",:\\u0d8a1e-.tfn \n\0é\ud800".toCharArray();
    for (var i = 0; i < 50_000; i++) {
      var text = new StringBuilder(random.nextBoolean() ? "{\"a\":" : "");
      for (var length = random.nextInt(20); length > 0; length--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      try {
        assertThat(StrictJsonReader.read(text.toString(), new ValidationErrors())).isNotNull();
      } catch (ProblemException refused) {
        assertThat(refused.problem().status()).isEqualTo(400);
      }
    }
  }

  @Test
  void invalidJsonIsRefused() {
    assertThatThrownBy(() -> StrictJsonReader.read("{", new ValidationErrors()))
        .isInstanceOf(ProblemException.class);
  }
}
