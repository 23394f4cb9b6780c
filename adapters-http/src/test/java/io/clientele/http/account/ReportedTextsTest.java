package io.clientele.http.account;

import static io.clientele.http.testing.RawSocketClient.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.RawSocketClient;
import io.clientele.http.testing.TestClient;
import io.clientele.http.testing.context.InMemoryAccountContext;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Texts of searches, headers and queries that were reported as faults, and others of their kinds.
 */
class ReportedTextsTest {
  private final InMemoryServer service = new InMemoryServer();
  private final TestClient caller = new TestClient(service.port());

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "\u0141ukasz Wa\u0142\u0119sa, lukasz",
    "\u0110\u1eb7ng V\u0103n, dang van",
    "S\u00f8ren, soren",
    "\u03a7\u03a1\u0399\u03a3\u03a4\u039f\u03a3, \u03a7\u03a1\u0399\u03a3",
    "\u039f\u03b4\u03c5\u03c3\u03c3\u03b5\u03cd\u03c2, \u039f\u0394\u03a5\u03a3",
    "I\u015f\u0131k Ltd, \u0131\u015f\u0131k",
    "\u0131sparta, ISPARTA",
    "\u0130zmir, izmir",
    "O\u2019Brien, o'brien",
    "O'Neil, o\u2019neil",
    "O\u02bcNeil, o'neil",
    "Stra\u00dfe, strasse",
    "STRASSE, stra\u00dfe",
    "\u00c6gir, AEGIR",
    "\u0152uvre, oeuvre",
    "\u00der, th",
    "Mu\u0308ller, m\u00fcller",
    "\uff33\uff4f\uff4e\uff59, sony",
    "\ufb03x, ffix",
    "An\u00adna, anna",
    "An\u200bna, anna",
    "Jean\u2013Luc, jean-luc",
    "\u0646\u0627\u0645\u200c\u0647, \u0646\u0627\u0645\u0647",
    "\u0645\u062d\u0645\u0651\u062f, \u0645\u062d\u0645\u062f",
    "\u05e9\u05b8\u05c1\u05dc\u05d5\u05b9\u05dd, \u05e9\u05dc\u05d5\u05dd",
    "\uff76\uff9e\uff9d\uff80\uff9e\uff91, \u304c\u3093\u3060\u3080",
    "\u1112\u1161\u11ab\uae00, \ud55c",
    "\u041c\u043e\u0441\u043a\u0432\u0430, \u0421\u041a\u0412",
    "\u0401\u043b\u043a\u0430, \u0435\u043b\u043a\u0430",
    "100% Ltd, 00%",
    "a_b c, a_b",
    "C:\\x, c:\\x"
  })
  void k06ASearchIgnoresCaseAccentsAndWidth(String name, String typed) {
    var id = caller.open(name.replace("\\", "\\\\")).toString();
    assertThat(found(typed)).containsExactly(id);
  }

  @ParameterizedTest
  @CsvSource({
    "\u0915\u094b\u092e\u0932, \u0915\u092e\u0932",
    "Anna, \u0301",
    "Anna, \u200d\u00ad\u0301",
    "Anna, %%%",
    "Anna, ___",
    "Anna, a%a",
    "\u0439\u043e\u0433, \u0438\u043e\u0433",
    "\u0e01\u0e38\u0e49\u0e07, \u0e01\u0e07"
  })
  void k06ASearchDistinguishesLettersAndHasNoWildcards(String name, String typed) {
    caller.open(name);
    assertThat(found(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Solicita\u00e7\u00e3o do cliente",
        "\u4e2d\u6587",
        "\ud83d\ude00 erased on request",
        "e\u0301t\u00e9",
        "a,b;c=\"d\""
      })
  void k03AReasonIsReadAsUtf8(String reason) {
    var account = "/v1/accounts/" + caller.open("Ada");
    caller.call("PATCH", account, "{\"name\":\"Eve\"}", "Audit-Reason: " + reason);
    var stored =
        service
            .context(InMemoryAccountContext.class)
            .accounts()
            .changes()
            .entries()
            .getLast()
            .act()
            .cause()
            .reason();
    assertThat(stored).isEqualTo(Normalizer.normalize(reason, Normalizer.Form.NFC));
  }

  @Test
  void k03AReasonHas200CharactersNotBytes() {
    var account = "/v1/accounts/" + caller.open("Ada");
    for (var letter : List.of("\u00e7", "\u4e2d", "\ud83d\ude00", "c\u0327")) {
      var most = "Audit-Reason: " + letter.repeat(200);
      assertThat(caller.call("PATCH", account, "{\"name\":\"Ada\"}", most).body())
          .as(letter)
          .contains("Ada");
      assertThat(caller.call("PATCH", account, "{\"name\":\"Ada\"}", most + letter).status())
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=Jos\u00e9", "q=Jos%C3%A9", "q=Jos\u00e9%20", "q=jose", "q=Jose%CC%81"})
  void k03AQueryIsUtf8EncodedOrNot(String query) {
    var id = caller.open("Jos\u00e9 Gon\u00e7alves").toString();
    var data = caller.get("/v1/accounts?" + query).json().path("data");
    assertThat(data.findValuesAsString("id")).containsExactly(id);
  }

  @Test
  void k03ALongUnknownNameIsCutBetweenCharacters() {
    for (var length = 37; length < 42; length++) {
      var answer = caller.get("/v1/accounts?" + "a".repeat(length) + "%F0%9F%98%80%F0%9F%98%80");
      var parameter = answer.json().at("/errors/0/parameter").asString();
      assertThat(parameter.codePointCount(0, parameter.length()))
          .isEqualTo(Math.min(40, length + 2));
      assertThat(parameter.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2)
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=Jos\u00e9x", "q=Jos%20\u00e9x", "q=\u00ff\u00fex", "q=\u00ed\u00a0\u0080"})
  void k03AQueryInAnotherEncodingIs400(String query) throws IOException {
    try (var wire = new RawSocketClient(service.port())) {
      wire.sendLatin1(request("GET", "/v1/accounts?" + query, ""));
      assertThat(wire.read().status()).isEqualTo(400);
    }
  }

  private List<String> found(String typed) {
    var query = URLEncoder.encode(typed, StandardCharsets.UTF_8);
    var answer = caller.get("/v1/accounts?q=" + query);
    return answer.json().path("data").findValuesAsString("id");
  }
}
