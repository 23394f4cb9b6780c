package io.clientele.http.documents;

import static io.clientele.http.testing.ProblemAssertions.isProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.http.testing.InMemoryServer;
import io.clientele.http.testing.TestClient;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemPageRoutesTest {
  private static InMemoryServer service;
  private static TestClient caller;

  @BeforeAll
  static void start() {
    service = new InMemoryServer();
    caller = new TestClient(service.port());
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyTypeOfTheDocumentHasAPage() {
    var document = caller.get("/openapi.yaml").body();
    var types = new TreeSet<String>();
    Pattern.compile("/problems/([a-z-]+)")
        .matcher(document)
        .results()
        .forEach(found -> types.add(found.group(1)));
    assertThat(types).hasSizeGreaterThan(14);
    for (var type : types) {
      var page = caller.get("/problems/" + type, "Accept: text/html");
      assertThat(page.status()).as(type).isEqualTo(200);
      assertThat(page.body()).contains("<h1>" + type);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text/plain                     | text/plain
          text/plain;q=0.9, text/html    | text/html
          text/html;q=0.5, text/plain    | text/plain
          */*                            | text/html
          text/*, text/html;q=0.1        | text/plain
          """)
  void aPageIsHtmlOrTextAsTheClientPrefers(String accept, String type) {
    var page = caller.get("/problems/rate-limited", "Accept: " + accept);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase(type + ";charset=utf-8");
    assertThat(page.body()).contains("rate-limited").contains("429").contains("Retry-After");
  }

  @Test
  void anUnknownTypeIs404() {
    isProblem(caller.get("/problems/nothing"), 404);
    isProblem(caller.get("/problems/about:blank"), 404);
    assertThat(caller.get("/problems/unavailable", "Accept: application/json").status())
        .isEqualTo(406);
  }
}
