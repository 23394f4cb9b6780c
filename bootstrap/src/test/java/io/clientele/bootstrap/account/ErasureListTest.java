package io.clientele.bootstrap.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.domain.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureListTest {
  private static final String ONE = "0199f3b2-7c00-7000-8000-00000000000a";
  private static final String TWO = "0199f3b2-7c00-7000-8000-00000000000b";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\n2\n",
        "1\r\n2",
        "1\r2\r",
        "\ufeff1\n2\n",
        "1\n\n  \n2\n\n",
        "  1\t\n\t2  ",
        "1,2\n",
        "1;2",
        "1\t2",
        "\"1\",\"2\"\n",
        "'1'\n'2'\n",
        "\"1\",\"x\"\n\"2\",\"y, z\"\n",
        "Ada,1\nGrace,2\n",
        "1,2026-11-20T12:00:00Z,ada@example.com\n2,,\n",
        "\ufeffid,name\r\n1,Ada\r\n2,\"Grace, born 1906\"\r\n",
        "\"accountId\";\"erasedAt\"\n\"1\";\"2026\"\n\"2\";\"2026\"\n",
        "# from the log\n1\n#\n2\n",
        "{\"@timestamp\":\"2026\",\"message\":\"erased 1\"}\n{\"message\":\"erased 2\",\"x\":1}\n",
        "INFO  erasures: erased 1\nsome prefix {\\\"message\\\":\\\"erased 2\\\"}\n",
        "1\n1\n2\n1,2\n"
      })
  void everyIdOfAReadableListIsFound(String list) {
    for (var text : List.of(with(list), with(list).toUpperCase(java.util.Locale.ROOT))) {
      var read = ErasureList.read(text.getBytes(StandardCharsets.UTF_8));
      assertThat(read.unreadable()).as(text).isEmpty();
      assertThat(read.ids()).as(text).containsExactly(AccountId.parse(ONE), AccountId.parse(TWO));
    }
  }

  @Test
  void otherEncodingsAreRead() {
    for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      var bom = charset == StandardCharsets.UTF_16LE ? "\ufeff" : "";
      var read = ErasureList.read((bom + ONE + "\r\n").getBytes(charset));
      assertThat(read.ids()).containsExactly(AccountId.parse(ONE));
    }
    var latin = ErasureList.read((ONE + ",Zoë\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(latin.ids()).containsExactly(AccountId.parse(ONE));
    assertThat(latin.unreadable()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Lovelace",
        "ada@example.com,Ada",
        "account 1",
        "1 2",
        "/v1/accounts/1",
        "urn:uuid:1",
        "{1}",
        "x1",
        "12",
        "1,account/2",
        "1,0199f3b2-7c00-7000-8000-00000000000",
        "0199f3b27c00700080000000000000aa",
        "0199f3b2-7c00-7000-8000-00000000000g",
        "# 1",
        "# erased: 1, restored by mistake",
        "{\"id\":\"1\"}",
        "\u200b1",
        "erased twice 1",
        "00000000-0000-0000-0000-000000000000",
        "1,0199f3b2-7c00-4000-8000-000000000001",
        "erased 0199f3b2-7c00-4000-8000-000000000001"
      })
  void aLineThatCannotBeReadIsNamedAndTheOthersAreRead(String line) {
    var list = ONE + "\n" + with(line) + "\n" + TWO + "\n";
    var read = ErasureList.read(list.getBytes(StandardCharsets.UTF_8));
    assertThat(read.unreadable()).as(line).containsOnlyKeys(2);
    assertThat(read.faults()).startsWith("line 2 ").doesNotContain("Ada", ONE);
    assertThat(read.ids()).containsExactly(AccountId.parse(ONE), AccountId.parse(TWO));
  }

  @Test
  void aHeaderHidesOnlyTheIdsOfOtherColumns() {
    var list = "id,approvedBy\n" + ONE + "," + TWO + "\nnobody," + TWO + "\n";
    var read = ErasureList.read(list.getBytes(StandardCharsets.UTF_8));
    assertThat(read.ids()).containsExactly(AccountId.parse(ONE));
    assertThat(read.unreadable()).containsOnlyKeys(3);
    assertThat(ErasureList.read("name,email\n".getBytes(StandardCharsets.UTF_8)).unreadable())
        .containsOnlyKeys(1);
  }

  @Test
  void skippedLinesAreCounted() {
    var log = "{\"@timestamp\":\"2026\",\"message\":\"GET /v1/accounts/" + TWO + "\"}";
    var list = Arrays.asList("# a comment", "", ONE, log, "");
    var read = ErasureList.read(String.join("\n", list).getBytes(StandardCharsets.UTF_8));
    assertThat(read.ids()).containsExactly(AccountId.parse(ONE));
    assertThat(read.unreadable()).isEmpty();
    assertThat(read.skipped()).isEqualTo(3);
  }

  private static String with(String list) {
    return list.replaceAll("\\b1\\b", ONE).replaceAll("\\b2\\b", TWO);
  }
}
