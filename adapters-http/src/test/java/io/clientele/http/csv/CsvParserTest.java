package io.clientele.http.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvParserTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndInThreeWays(String end) {
    var records = read(String.join(end, "a,b", "\"1" + end + "2\",3", "", "4,5", ""));
    assertThat(records).extracting(CsvRecord::line).containsExactly(1, 2, 5);
    assertThat(records.get(1).fields()).containsExactly("1" + end + "2", "3");
    assertThat(records.get(1).filledLines(100)).containsExactly(2, 3);
    assertThat(records.get(2).fields()).containsExactly("4", "5");
  }

  @Test
  void aQuoteWithinAnUnquotedFieldIsText() {
    assertThat(read("5\" Pipe Ltd,x\n a\"b\"\n").stream().map(CsvRecord::fields))
        .containsExactly(List.of("5\" Pipe Ltd", "x"), List.of(" a\"b\""));
  }

  @Test
  void anUnclosedQuoteContainsAllLinesToTheEnd() {
    var records = read("a,b\n\"Ada,1\n\nBob,2\nEve,3\n");
    assertThat(records).hasSize(2);
    assertThat(records.get(1).fault()).isEqualTo("must close the quote of line 2");
    assertThat(records.get(1).filledLines(100)).containsExactly(2, 4, 5);
    assertThat(read("a,b\n1,\"").get(1).fault()).isNotNull();
  }

  @Test
  void textAfterAClosingQuoteIsAFaultOfItsRecordOnly() {
    var records = read("a,b\n\"Ada\" Lovelace,1\n\"Bob\nEve\" x,\"2\n3,4\n");
    assertThat(records).extracting(CsvRecord::line).containsExactly(1, 2, 3, 5);
    assertThat(records)
        .extracting(r -> r.fault() != null)
        .containsExactly(false, true, true, false);
    assertThat(records.get(2).fault()).endsWith("in line 4");
    assertThat(records.get(2).filledLines(100)).containsExactly(3, 4);
  }

  @Test
  void theFirstLineDefinesTheSeparator() {
    assertThat(read("a;b\n1;\"2;3\"\n").get(1).fields()).containsExactly("1", "2;3");
    assertThat(read("\n a,b;c\n1;2,3\n").get(1).fields()).containsExactly("1;2", "3");
  }

  @Test
  void theLengthOfARecordIsBounded() {
    assertThat(read("a\n" + "x".repeat(65_536) + "\n1").get(1).fault()).isNull();
    var records = read("a\n" + "x".repeat(65_537) + "\n" + ",".repeat(1_000_000) + "\n1");
    assertThat(records)
        .extracting(r -> r.fault() != null)
        .containsExactly(false, true, true, false);
  }

  @Test
  void aRowOfEmptyFieldsIsEmpty() {
    assertThat(read("a,b\n,,\n \n\"\",\n,a\n,").stream().map(CsvRecord::isEmpty))
        .containsExactly(false, false);
    assertThat(read("a,b\n\"\"\n\"\",\"\"\n\"\"\"\",\n\" \",\n")).hasSize(3);
  }

  @Test
  void aWrittenTableIsReadBack() {
    var random = new Random(7);
    var alphabet = "a\"\",;\r\n \u00e9\u4e2d\ud83d\ude00'=";
    for (var run = 0; run < 5_000; run++) {
      var row = new ArrayList<String>();
      row.add("x" + run);
      for (var i = random.nextInt(4); i > 0; i--) {
        var field = new StringBuilder();
        for (var j = random.nextInt(6); j > 0; j--) {
          field.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        row.add(field.toString());
      }
      var text = new StringWriter();
      CsvWriter.builder()
          .lineDelimiter(LineDelimiter.CRLF)
          .bufferSize(0)
          .build(text)
          .writeRecord(row);
      var records = read("a,b\n" + text + "end,\n");
      assertThat(records).hasSize(3);
      assertThat(records.get(1).fields()).isEqualTo(row);
    }
  }

  @Test
  void noTextLosesALine() {
    var random = new Random(11);
    var alphabet = "a\",;\r\n";
    for (var run = 0; run < 20_000; run++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(30); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      var lines = text.toString().lines().toList();
      var told = new ArrayList<Integer>();
      for (var i = 0; i < lines.size(); i++) {
        if (lines.get(i).matches(".*(a|\"\"\"|[^\"]\"[^\"]).*")) {
          told.add(i + 1);
        }
      }
      var covered =
          read(text.toString()).stream().flatMap(r -> r.filledLines(100).stream()).toList();
      assertThat(covered).as(text.toString()).containsAll(told).doesNotHaveDuplicates().isSorted();
    }
  }

  private static List<CsvRecord> read(String text) {
    var all = new ArrayList<CsvRecord>();
    CsvParser.of(text).forEachRemaining(all::add);
    return all;
  }
}
