package io.clientele.http.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvFormulaEscapingTest {
  @Test
  void onlyFormulasAreEscaped() {
    var written =
        Map.of(
            "=1+1", "'=1+1",
            "+1", "'+1",
            "-1", "'-1",
            "@home", "'@home",
            "\tx", "'\tx",
            "'=1", "''=1",
            "'''@x", "''''@x",
            "'tis", "'tis",
            "''", "''",
            "a=b", "a=b");
    written.forEach((field, text) -> assertThat(CsvFormulaEscaping.escaped(field)).isEqualTo(text));
  }

  @Test
  void everyFieldRoundTripsAndNoneStartsAFormula() {
    var random = new Random(5);
    var alphabet = "=+-@'''\"\t\r\n,;a\u00e9\ud83d\ude00";
    for (var run = 0; run < 20_000; run++) {
      var field = new StringBuilder();
      for (var i = random.nextInt(7); i > 0; i--) {
        field.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var written = CsvFormulaEscaping.escaped(field.toString());
      assertThat(written).doesNotContainPattern("\\A[=+@\\t\\r\\n-]");
      assertThat(CsvFormulaEscaping.unescaped(written)).isEqualTo(field.toString());
    }
  }
}
